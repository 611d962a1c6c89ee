;;; Does in a real Emacs what a person does, and writes down what came of it.  -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'json)
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode))
(package-initialize)
(load (getenv "MINUTES_EXAMPLE"))

(defun drive-wait (what fits)
  (let ((deadline (+ (float-time) 20)))
    (while (not (funcall fits))
      (when (> (float-time) deadline) (error "waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun drive-changes (what act)
  (let ((before (buffer-string)))
    (funcall act)
    (drive-wait what (lambda () (not (equal (buffer-string) before))))
    (buffer-string)))

(defun drive-findings ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun drive-action (title from to)
  (cl-letf ((last-nonmenu-event t)
            ((symbol-function 'completing-read) (lambda (&rest _) title))
            ((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
    (eglot-code-actions from to nil t)))

(defvar drive-results nil)
(condition-case failure
    (progn
      (find-file "2018-06-26.md")
      (unless (memq 'minutes-eglot-ensure markdown-mode-hook) (error "the example adds no hook"))
      (apply #'eglot (eglot--guess-contact))
      (drive-wait "a finding" (lambda () (flymake-start) (drive-findings)))
      (push (cons 'findings (vconcat (drive-findings))) drive-results)
      (let* ((first (car (flymake-diagnostics)))
             (count (length (flymake-diagnostics))))
        (goto-char (flymake-diagnostic-beg first))
        (push (cons 'quickFix
                    (drive-changes "the quick fix"
                                   (lambda ()
                                     (drive-action (getenv "MINUTES_QUICK_FIX")
                                                   (flymake-diagnostic-beg first)
                                                   (flymake-diagnostic-end first)))))
              drive-results)
        (eglot--signal-textDocument/didChange)
        (drive-wait "the next findings"
                    (lambda () (flymake-start) (= (length (drive-findings)) (1- count)))))
      (push (cons 'fixAll
                  (drive-changes "all fixes"
                                 (lambda ()
                                   (drive-action (getenv "MINUTES_FIX_ALL") (point-min) (point-max)))))
            drive-results)
      (eglot--signal-textDocument/didChange)
      (goto-char (point-min))
      (search-forward (concat "### " (getenv "MINUTES_TEAM")))
      (backward-char 1)
      (push (cons 'renamed
                  (drive-changes "the rename"
                                 (lambda ()
                                   (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
                                     (eglot-rename (getenv "MINUTES_NEW_TEAM"))))))
            drive-results)
      (goto-char (point-max))
      (insert "\n## ")
      (eglot--signal-textDocument/didChange)
      (push (cons 'completions
                  (vconcat (mapcar #'substring-no-properties
                                   (all-completions "" (nth 2 (eglot-completion-at-point))))))
            drive-results))
  (error (push (cons 'failure (error-message-string failure)) drive-results)))
(with-temp-file (getenv "MINUTES_RESULTS")
  (insert (json-encode drive-results)))
(kill-emacs 0)
