" Vim 9 with https://github.com/yegappan/lsp: `minutes-language-server` must be on the PATH.
autocmd User LspSetup call LspAddServer([#{
  \ name: 'minutes',
  \ filetype: ['markdown'],
  \ path: 'minutes-language-server',
  \ args: ['--stdio'],
  \ rootSearch: ['.minutes/', '.git/'],
  \ initializationOptions: #{settings: #{diagnostics: #{scope: 'open'}}},
  \ }])
