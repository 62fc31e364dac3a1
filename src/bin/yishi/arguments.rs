//! The commands and options. What is said of them in Chinese, and the examples, are in `help`.

use crate::workbook::Form;
use clap::{Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;
use yishi::i18n::Lang;
use yishi::model::link_host;

/// Checks and publishes files of people's-congress sessions.
// An option that is given twice counts as it was given last, so that scripts can add to a command.
#[derive(Debug, Parser)]
#[command(name = "yishi", version, disable_help_subcommand = true, arg_required_else_help = true, args_override_self = true)]
pub struct Arguments {
    /// Language of messages: zh or en; that of the terminal unless given
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    pub lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check session files
    Check {
        /// Session files; - is standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        /// Print the findings as JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Draft a session file of a report or workbook; questions go to standard error
    Draft {
        /// Workbook, PDF or text; - is standard input
        #[arg(value_name = "FILE")]
        file: String,
        /// Write into OUT.json where each value came from, and the text that characters are counted in
        #[arg(long, value_name = "OUT.json")]
        provenance: Option<PathBuf>,
    },
    /// Tell what differs between two sessions
    Diff {
        /// Session file; - is standard input
        #[arg(value_name = "A")]
        first: String,
        /// Session file
        #[arg(value_name = "B")]
        second: String,
        /// Only what both say, for a draft and the finished session
        #[arg(long)]
        common: bool,
    },
    /// Write a workbook to fill in: a sheet for each list, headings, examples, drop-downs
    Template {
        /// The workbook to write
        #[arg(short, long, value_name = "OUT.xlsx")]
        out: PathBuf,
    },
    /// Convert a session: session file to workbook and back, to CSV, Popolo or Fiscal Data Packages
    Convert {
        /// Session file or workbook of this program; - is standard input
        #[arg(value_name = "FILE")]
        file: String,
        /// File to write, or the folder of several; standard output unless given
        #[arg(short, long, value_name = "OUT")]
        out: Option<PathBuf>,
        /// What to convert to: tables are csv, budgets as Fiscal Data Packages fdp; by the name of OUT unless given
        #[arg(long, value_name = "FORM")]
        to: Option<Form>,
    },
    /// Write the catalogue of an archive: DIR/catalogue.json, above 400 sessions with files in DIR/catalogue/
    Catalogue {
        /// Folder with the session files in sessions/
        #[arg(value_name = "DIR")]
        data: PathBuf,
        /// Write nothing, only compare
        #[arg(long)]
        check: bool,
    },
    /// Write the index for search over many sessions: DIR/search/
    Index {
        /// Folder with the session files in sessions/
        #[arg(value_name = "DIR")]
        data: PathBuf,
        /// Write nothing, only compare
        #[arg(long)]
        check: bool,
    },
    /// Look for text in many sessions by their index
    Find {
        /// Folder with the session files in sessions/ and the index in search/
        #[arg(value_name = "DIR")]
        data: PathBuf,
        /// Words that must be in one paragraph or line; after --, one with a - before it must not be there
        #[arg(required = true, value_name = "TEXT")]
        query: Vec<String>,
    },
    /// Make a site: the program, the catalogue, the index, and a page for each session that needs no scripts
    Build {
        /// Folder with the session files in sessions/
        #[arg(value_name = "DIR")]
        data: PathBuf,
        /// Folder of the site: a new one, an empty one, or a site made before
        #[arg(short, long, value_name = "SITE")]
        out: PathBuf,
        /// The built program; dist unless given
        #[arg(long, value_name = "DIST")]
        app: Option<PathBuf>,
        /// Address that the site will have; needed for feeds, the sitemap and absolute addresses
        #[arg(long, value_name = "URL", value_parser = address)]
        site: Option<String>,
        /// Publish nothing where there is a warning
        #[arg(long)]
        strict: bool,
        /// Leave out files with errors, name them, publish the others and end with 1
        #[arg(long, conflicts_with = "strict")]
        keep_going: bool,
    },
    /// Make one web page of sessions that opens by double-click
    Pack {
        /// Session files, or pages made by pack
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// The page to write
        #[arg(short, long, value_name = "OUT.html")]
        out: PathBuf,
        /// The yishi-app.html of a build, or any page made by pack; dist/yishi-app.html or yishi-app.html unless given
        #[arg(long, value_name = "FILE")]
        app: Option<PathBuf>,
        /// Address of the site that the sessions are on
        #[arg(long, value_name = "URL", value_parser = address)]
        site: Option<String>,
    },
    /// Print the JSON Schema of the session file
    Schema,
    /// Print what a shell needs to complete commands and options
    Completions {
        /// The shell
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the version
    #[command(hide = true)]
    Version,
    /// Print help, also of one command
    #[command(hide = true)]
    Help {
        /// The command
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
}

fn language(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "zh, en".to_owned())
}

/// The address of a site: http(s), in full.
fn address(address: &str) -> Result<String, String> {
    link_host(address).map(|_| address.to_owned()).ok_or_else(|| "https://…".to_owned())
}
