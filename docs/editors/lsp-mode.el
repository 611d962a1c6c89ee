;;; Emacs with lsp-mode: `minutes-language-server' must be on the PATH.
(require 'lsp-mode)
(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("minutes-language-server" "--stdio"))
  :major-modes '(markdown-mode gfm-mode)
  :language-id "markdown"
  :server-id 'minutes
  :initialization-options '(:settings (:diagnostics (:scope "open")))))
(add-hook 'markdown-mode-hook
          (lambda ()
            (when (and buffer-file-name (locate-dominating-file buffer-file-name ".minutes"))
              (lsp-deferred))))
