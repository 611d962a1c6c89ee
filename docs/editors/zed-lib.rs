// `src/lib.rs` of the extension for Zed: it starts `minutes-language-server` from the PATH.
use zed_extension_api::{self as zed, serde_json, Command, LanguageServerId, Result, Worktree};

struct Minutes;

impl zed::Extension for Minutes {
    fn new() -> Self {
        Minutes
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("minutes-language-server")
            .ok_or("minutes-language-server is not on the PATH")?;
        Ok(Command { command, args: vec!["--stdio".into()], env: worktree.shell_env() })
    }

    fn language_server_initialization_options(
        &mut self,
        _: &LanguageServerId,
        _: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(Some(serde_json::json!({ "settings": { "diagnostics": { "scope": "open" } } })))
    }
}

zed::register_extension!(Minutes);
