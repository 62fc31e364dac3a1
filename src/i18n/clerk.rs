//! Strings for whoever makes a session's file.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Clerk {
        n_errors: "{}处错误", "{} errors";
        all_errors: "文件里有{}处错误，都改好就能打开：", "The file has {} errors; with all of them mended it opens:";
        n_doubts: "{}处要核对", "{} points to check";
        clerk_comma: "，", ", ";
        draft_compare: "这是草稿：对照原文核对", "This is a draft: check it against its text";
        draft_complete: "这是草稿：逐项核对", "This is a draft: check it field by field";
        see_list: "，看清单", ": the list";
        at_line: "第{}行第{}列", "line {}, column {}";
        copy_list: "复制清单", "Copy the list";
        list_copied: "清单已复制", "List copied";
        how_to_publish: "没有发现问题。怎样公开这次会议？", "Nothing is wrong with it. How to publish this session?";
        publish_single: "存为单个文件：“分享”里的“存为单个文件”，发给别人，双击就能打开。", "As a single file: under “Share”, “Save as one file”; others open it with a double-click.";
        publish_site: "做成网站：把文件放进 data/sessions/，运行", "As a site: put the file into data/sessions/ and run";
        try_sample: "没有文件？先看一个示例会议", "No file yet? Look at a sample session first";
        save_sample: "下载示例文件，照着改", "Download its file, and change it";
    }
}
