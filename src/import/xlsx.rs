//! Workbooks of Excel since 2007 (`.xlsx`, `.xlsm`): every sheet as people see it.

mod date;
mod decimal;
mod format;
mod strings;
mod styles;
mod text;
mod workbook;
