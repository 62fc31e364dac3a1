//! What the command line says of itself.

pub const HELP_ZH: &str = "\
yishi：检查和发布人民代表大会会议文件

用法：
  yishi check FILE… [--json] [--lang zh|en]   检查会议文件（“-”为标准输入）
  yishi catalogue DATA_DIR [--check]          由 DATA_DIR/sessions/*.json 生成 DATA_DIR/catalogue.json（400次会议以上另有 catalogue/ 里的文件）；--check 只核对
  yishi index DATA_DIR [--check]              由 DATA_DIR/sessions/*.json 生成跨会议搜索用的索引 DATA_DIR/search/；--check 只核对
  yishi find DATA_DIR TEXT…                   用索引在这些会议里找文字；几个词要在同一段、同一行里
  yishi build DATA_DIR --out SITE [--app DIST] [--site URL]
                                              把 DATA_DIR/sessions/*.json 做成一个网站：程序、目录、搜索索引、每次会议一个不用脚本也能读的网页；
                                              --app 是构建出的程序（默认 dist），--site 是网站将来的地址，有它才有订阅和网站地图
  yishi pack FILE… -o OUT.html [--app FILE] [--site URL]
                                              把会议做成一个双击即可打开的网页文件；--app 是构建出的 yishi-app.html
                                              或任何一个这样的文件，--site 是这些会议所在网站的地址
  yishi schema                                输出会议文件的 JSON Schema
  yishi --help | --version

退出码：0 正常，1 文件有错误，2 用法不对。
";

pub const HELP_EN: &str = "\
yishi: checks and publishes files of people's-congress sessions

Usage:
  yishi check FILE... [--json] [--lang zh|en]   check session files (- for standard input)
  yishi catalogue DATA_DIR [--check]            write DATA_DIR/catalogue.json from DATA_DIR/sessions/*.json, above 400 sessions with files in
                                                catalogue/ beside it; --check only compares
  yishi index DATA_DIR [--check]                write the index for search over DATA_DIR/sessions/*.json, DATA_DIR/search/; --check
                                                only compares
  yishi find DATA_DIR TEXT...                   look for text in these sessions by that index; words must be
                                                in one paragraph or line
  yishi build DATA_DIR --out SITE [--app DIST] [--site URL]
                                                make a site of DATA_DIR/sessions/*.json: the program, the catalogue, the index, a page
                                                for each session that needs no scripts; --app is the built program (dist unless named),
                                                --site the address it will have, needed for feeds and the sitemap
  yishi pack FILE... -o OUT.html [--app FILE] [--site URL]
                                                make one web page that opens by double-click; --app is the yishi-app.html
                                                of a build or any such page, --site the address of the site they are on
  yishi schema                                  print the JSON Schema of the session file
  yishi --help | --version

Exit code: 0 all is well, 1 a file has errors, 2 wrong usage.
";
