//! One line over the years and sessions of a body.

use super::Here;
use super::pictures::{Drawn, nothing};

pub(super) fn draw(here: &Here, _index: usize, _width: i32) -> Drawn {
    nothing(here.ctx.t.years_choose)
}
