//! How the values that are no objects are read.

use super::error::{Expected, ReadErrorKind as Kind};
use super::reader::{Read, Reader, Stop};
use crate::check::short;
use crate::model::{
    Action, AgendaId, AgendaKind, AgendaResult, AgendaState, BlockId, BlockKind, Book, BudgetId, Date, Decimal, DecimalError,
    DeputyChangeKind, Direction, DocumentId, Level, LineId, Outcome, PersonId, ProjectId, ResolutionId, ResolutionKind, Role, Satisfaction,
    SessionId, SessionKind, SittingId, SittingKind, SourceId, SpeechId, SpeechKind, Stage, Stated, Status, SuggestionId, SuggestionKind,
    TableId, Text, TextStatus, Time, Unit, VoteId, VoteMethod, VoteResult, YoyKind,
};
use serde::Deserialize;
use serde::de::value::StrDeserializer;

impl Read for String {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        reader.text()
    }
}

impl Read for Text {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        reader.text().map(Self::new)
    }
}

macro_rules! wrappers {
    ($($name:ident)+) => {$(
        impl Read for $name {
            fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
                Read::read(reader).map(Self)
            }
        }
    )+};
}

wrappers! {
    SessionId SourceId SittingId PersonId AgendaId SpeechId BlockId VoteId ResolutionId BudgetId TableId LineId SuggestionId ProjectId
    DocumentId Date Time
}

impl Read for bool {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        match reader.scalar()? {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(reader.wrong_type(Expected::Boolean)),
        }
    }
}

macro_rules! numbers {
    ($($name:ident)+) => {$(
        impl Read for $name {
            fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
                Ok(Self::try_from(reader.whole_number(Self::MAX.into())?).unwrap_or(Self::MAX))
            }
        }
    )+};
}

numbers! { u8 u16 u32 u64 }

impl Read for Decimal {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        Self::parse(reader.scalar()?).map_err(|error: DecimalError| reader.stop(Kind::BadAmount(error)))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        if reader.is_null() { Ok(None) } else { T::read(reader).map(Some) }
    }
}

impl<T: Read> Read for Stated<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        if reader.is_null() { Ok(Self::None) } else { T::read(reader).map(Self::Value) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
        let mut list = Self::new();
        reader.list(&mut |reader| T::read(reader).map(|value| list.push(value)))?;
        Ok(list)
    }
}

macro_rules! words {
    ($($name:ident)+) => {$(
        impl Read for $name {
            fn read(reader: &mut Reader<'_>) -> Result<Self, Stop> {
                let word = word(reader)?;
                Self::deserialize(StrDeserializer::new(&word)).map_err(|error| unknown_word(reader, &word, &error))
            }
        }
    )+};
}

words! {
    Action AgendaKind AgendaResult AgendaState BlockKind Book DeputyChangeKind Direction Level Outcome ResolutionKind Role Satisfaction SessionKind
    SittingKind SpeechKind Stage Status SuggestionKind TextStatus Unit VoteMethod VoteResult YoyKind
}

fn word(reader: &mut Reader<'_>) -> Result<String, Stop> {
    if reader.scalar()?.starts_with('"') { reader.text() } else { Err(reader.wrong_type(Expected::Word)) }
}

fn unknown_word(reader: &Reader<'_>, word: &str, error: &NoSuchWord) -> Stop {
    let allowed = error.allowed.iter().map(|&word| word.to_owned()).collect();
    reader.stop(Kind::UnknownWord { word: short(word), allowed })
}

/// What serde says of a word outside a closed list.
#[derive(Debug, thiserror::Error)]
#[error("no such word")]
struct NoSuchWord {
    allowed: &'static [&'static str],
}

impl serde::de::Error for NoSuchWord {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self { allowed: &[] }
    }
    fn unknown_variant(_: &str, allowed: &'static [&'static str]) -> Self {
        Self { allowed }
    }
}
