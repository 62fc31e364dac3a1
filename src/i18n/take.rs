//! Strings of what a reader takes away: the heads of tables, and what to do where no file can be saved.

use super::strings::strings;

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Take {
        // The heads of tables
        csv_session: "会议编号|会议|来源|来源网址", "Session id|Session|Source|Source address";
        csv_agenda: "编号|序号|标题|类别|方式|场次|场次编号|日期|所属事项|所属事项编号|提出人|提出人编号|代表|进度|结果|表决编号|决议|决议编号|发言编号|预算编号|文件编号|备注", "Id|Number|Title|Kind|Action|Sitting|Sitting id|Date|Part of|Part of id|Presenters|Presenter ids|On behalf of|State|Result|Vote ids|Resolutions|Resolution ids|Speech ids|Budget ids|Document ids|Note";
        csv_people: "编号|姓名|拼音|职务|单位|自|至", "Id|Name|Sort name|Post|Organization|From|To";
        csv_votes: "编号|事项|方式|有表决权|发出|收回|有效|无效|赞成|反对|弃权|未表决|结果|备注|议程编号|决议编号|候选|候选人编号|候选项目编号|职务|得票|当选", "Id|Motion|Method|Eligible|Issued|Returned|Valid|Invalid|Yes|No|Abstain|Not voting|Result|Note|Agenda ids|Resolution ids|Candidate|Person id|Project id|Post|Votes|Elected";
        csv_suggestions: "编号|序号|类别|标题|领域|内容|领衔人|领衔人编号|附议人|附议人编号|承办单位|协办单位|提出日期|期限|答复日期|答复|办理结果|满意度|状态|提出于|报告议程编号|逾期|经过", "Id|Number|Kind|Title|Category|Text|Lead|Lead id|Cosigners|Cosigner ids|Unit|Other units|Submitted|Due|Replied|Reply|Outcome|Satisfaction|Status|Handed in at|Reporting item id|Overdue|Timeline";
        csv_projects: "编号|序号|标题|内容|投资|投资单位|责任单位|责任人|责任人编号|期限|票决方式|票数|名次|入选|状态|进度%|提出于|报告议程编号|节点", "Id|Number|Title|Content|Investment|Investment unit|Unit|Responsible|Responsible ids|Due|Method|Votes|Rank|Selected|Status|Progress %|Session of origin|Reporting item id|Milestones";
        // A file that was not saved
        unsaved_title: "文件没有存下来", "The file was not saved";
        unsaved_about: "“{}”没有存下来：微信、QQ、钉钉等应用里打开的网页，一般不能保存文件。", "“{}” was not saved: a page that is opened inside an app such as WeChat can usually save no files.";
        unsaved_browser: "请点右上角的“···”，选“在浏览器打开”，再保存一次。没有这一项时，复制链接，粘贴到浏览器里打开。", "In the ··· menu at the top, choose “Open in browser” and save again. Where it is missing, copy the link and open it in a browser.";
        unsaved_own: "请点右上角的“···”，选“在浏览器打开”，在那里再打开一次原来的文件，然后保存。", "In the ··· menu at the top, choose “Open in browser”, open your file there once more, and save.";
        unsaved_hold: "也可以长按这幅图来保存。", "Or press and hold the picture to save it.";
        unsaved_share: "把文件发送到…", "Send the file to…";
        unsaved_copy: "复制文字", "Copy as text";
        unsaved_try: "仍要保存", "Save anyway";
        unprinted: "应用里打开的网页一般不能打印：请点右上角的“···”，选“在浏览器打开”，再打印。", "A page inside an app can usually not be printed: in the ··· menu at the top, choose “Open in browser”, then print.";
    }
}
