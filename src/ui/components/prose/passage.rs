//! The speech whose text is shown.

use crate::digest::{Quote, quotation};
use crate::model::{Block, Speech};
use crate::route::{Place, nearest};
use crate::ui::state::Ctx;

/// The id of the element that holds a block; the prefix keeps ids from a file apart from the page's own.
pub fn paragraph_id(block: &str) -> String {
    format!("b-{block}")
}

/// A speech of the open session, without a copy of it.
#[derive(Clone)]
pub struct Passage {
    /// The session.
    pub ctx: Ctx,
    /// The speech's position in the session's list.
    pub position: usize,
}

impl Passage {
    /// The speech.
    pub fn speech(&self) -> Option<&Speech> {
        self.ctx.session().speeches.get(self.position)
    }

    /// The text.
    pub fn blocks(&self) -> &[Block] {
        self.speech().map(|speech| speech.blocks.as_slice()).unwrap_or_default()
    }

    /// The page that shows it.
    pub fn place(&self) -> Place {
        self.speech().map_or(Place::Speeches, |speech| Place::Speech(speech.id.clone()))
    }

    /// The block that a link means: itself, or the nearest one.
    pub fn resolve(&self, at: Option<&str>) -> Option<&str> {
        let at = at?;
        let ids = || self.blocks().iter().map(|block| block.id.as_str());
        ids().find(|id| *id == at).or_else(|| nearest(at, ids()))
    }

    /// The link to a block, as it is passed on.
    pub fn link(&self, block: &str) -> String {
        self.ctx.absolute(&self.ctx.href_at(self.place(), Some(block)))
    }

    /// A block as a quotation with where it is from.
    pub fn quote(&self, block: &str) -> Option<String> {
        let (ctx, speech, link) = (&self.ctx, self.speech()?, self.link(block));
        let block = speech.blocks.iter().find(|known| known.id.as_str() == block)?;
        let mut text = block.text.as_deref().unwrap_or_default().to_owned();
        for item in &block.items {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(item);
        }
        let link = ctx.is_public().then_some(link.as_str());
        let quote = Quote { session: ctx.session(), lookup: &ctx.opened.lookup, speech, text: &text, link };
        Some(quotation(ctx.lang, &quote))
    }
}
