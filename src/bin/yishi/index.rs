//! `yishi index`.

use super::{pick, print, program, publish_failed};
use std::path::Path;
use std::time::Instant;
use yishi::i18n::{Lang, fill};
use yishi::search::index::write::{update, verify};

/// Writes the index of an archive, or compares it, and says what was done.
pub fn index(lang: Lang, data: &Path, is_check: bool) -> anyhow::Result<u8> {
    let start = Instant::now();
    let folder = data.join("search");
    let folder = folder.to_string_lossy();
    if is_check {
        return match verify(data, &program()) {
            Ok(count) => {
                print(&fill(pick(lang, "{}：{} 次会议\n", "{}: {} sessions\n"), &[&folder, &count.to_string()]))?;
                Ok(0)
            }
            Err(error) => publish_failed(lang, &error),
        };
    }
    let report = match update(data, &program()) {
        Ok(report) => report,
        Err(error) => return publish_failed(lang, &error),
    };
    let template = pick(
        lang,
        "{}：{} 次会议，其中读了 {} 次（文字 {} 字节）；{} 个文件，{} 字节，其中写了 {} 个，{} 字节；{} 秒，内存最多 {} MB\n",
        "{}: sessions: {}, read: {} (bytes of text: {}); files: {}, bytes: {}, written: {}, bytes: {}; seconds: {}, most memory: {} MB\n",
    );
    let counts = [report.files as u64, report.bytes, report.written_files as u64, report.written_bytes].map(|count| count.to_string());
    let [files, bytes, written, written_bytes] = counts.each_ref().map(String::as_str);
    let seconds = format!("{:.1}", start.elapsed().as_secs_f64());
    let memory = most_memory().map_or_else(|| "?".to_owned(), |bytes| (bytes / 1_000_000).to_string());
    let [sessions, read, text] = [report.sessions as u64, report.read as u64, report.text_bytes].map(|count| count.to_string());
    print(&fill(template, &[&folder, &sessions, &read, &text, files, bytes, written, written_bytes, &seconds, &memory]))?;
    Ok(0)
}

/// The most memory this process has held, in bytes, where the system says so.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
