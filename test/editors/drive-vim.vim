" Does in a real Vim what a person does, and writes down what came of it.
set nocompatible nomore hidden shortmess+=A
filetype plugin on
let g:ale_disable_lsp = 0
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['minutes']}
let g:ale_lint_delay = 20
packadd ale
runtime autoload/ale/util.vim
execute 'source' fnameescape($MINUTES_EXAMPLE)

let s:results = {}

function! s:Wait(what, Fits) abort
  let l:left = 400
  while !a:Fits()
    if l:left == 0 | throw 'waited in vain for ' . a:what | endif
    let l:left -= 1
    sleep 50m
  endwhile
endfunction

function! s:Text() abort
  return join(getline(1, '$'), "\n") . "\n"
endfunction

function! s:Changes(what, Act) abort
  let l:before = s:Text()
  call a:Act()
  call s:Wait(a:what, {-> s:Text() isnot# l:before})
  return s:Text()
endfunction

function! s:Findings() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.text')
endfunction

function! s:Apply(title, data, items) abort
  for l:item in a:items
    if l:item[1].title is# a:title
      return ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
    endif
  endfor
  throw 'no action “' . a:title . '”'
endfunction

try
  edit 2018-06-26.md
  set filetype=markdown
  call s:Wait('a finding', {-> !empty(s:Findings())})
  let s:results.findings = s:Findings()
  let s:first = ale#engine#GetLoclist(bufnr(''))[0]
  call cursor(s:first.lnum, s:first.col)
  let s:results.quickFix = s:Changes('the quick fix',
    \ {-> ale#codefix#Execute(0, function('s:Apply', [$MINUTES_QUICK_FIX]))})
  ALELint
  call s:Wait('the next findings', {-> len(s:Findings()) == len(s:results.findings) - 1})
  let s:results.fixAll = s:Changes('all fixes',
    \ {-> ale#codefix#Execute(0, function('s:Apply', [$MINUTES_FIX_ALL]))})
  ALELint
  call s:Wait('no findings', {-> empty(s:Findings())})
  call cursor(1, 1)
  call search('### ' . $MINUTES_TEAM, 'e')
  function! ale#util#Input(...) abort
    return $MINUTES_NEW_TEAM
  endfunction
  let s:results.renamed = s:Changes('the rename', {-> ale#rename#Execute()})
  setlocal completeopt=menu
  call search('^## Roadmap')
  call feedkeys("O\<C-x>\<C-o>", 'tx')
  let s:results.completions = map(copy(b:ale_completion_result), 'v:val.word')
catch
  let s:results.failure = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(s:results)], $MINUTES_RESULTS)
qall!
