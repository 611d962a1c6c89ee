;;; Emacs with eglot: `minutes-language-server' must be on the PATH.
(require 'eglot)
(add-to-list 'eglot-server-programs
             '((markdown-mode :language-id "markdown")
               . ("minutes-language-server" "--stdio"
                  :initializationOptions (:settings (:diagnostics (:scope "open"))))))

(defun minutes-eglot-ensure ()
  "Start the server where a `.minutes' folder is above the file."
  (when (and buffer-file-name (locate-dominating-file buffer-file-name ".minutes"))
    (eglot-ensure)))
(add-hook 'markdown-mode-hook #'minutes-eglot-ensure)
