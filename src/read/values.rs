//! How the values that are no objects are read.

use super::error::{Expected, ReadErrorKind as Kind};
use super::reader::{Read, Reader, Stop};
use crate::json_path::short;
use crate::model::{
    Action, AgendaId, AgendaKind, AgendaResult, AgendaState, Basis, BlockId, BlockKind, Book, BudgetId, Date, Decimal, DecimalError,
    DeputyChangeKind, Direction, DocumentId, Level, LineId, Outcome, PersonId, ProjectId, ResolutionId, ResolutionKind, Role, Satisfaction,
    SessionId, SessionKind, SittingId, SittingKind, SourceId, SpeechId, SpeechKind, Stage, Stated, Status, SuggestionId, SuggestionKind,
    TableId, Text, TextStatus, Time, Unit, VoteId, VoteMethod, VoteResult, YoyKind,
};
use serde::de::value::U32Deserializer;
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

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
                Self::deserialize(Word(&word)).map_err(|error| unknown_word(reader, &word, &error))
            }
        }
    )+};
}

words! {
    Action AgendaKind AgendaResult AgendaState Basis BlockKind Book DeputyChangeKind Direction Level Outcome ResolutionKind Role Satisfaction SessionKind
    SittingKind SpeechKind Stage Status SuggestionKind TextStatus Unit VoteMethod VoteResult YoyKind
}

fn word(reader: &mut Reader<'_>) -> Result<String, Stop> {
    if reader.scalar()?.starts_with('"') { reader.text() } else { Err(reader.wrong_type(Expected::Word)) }
}

fn unknown_word(reader: &Reader<'_>, word: &str, error: &NoSuchWord) -> Stop {
    let allowed = error.allowed.iter().map(|&word| word.to_owned()).collect();
    reader.stop(Kind::UnknownWord { word: short(word), list: error.list, allowed })
}

/// What a word of a closed list stands for.
pub(crate) fn value_of<T: for<'de> Deserialize<'de>>(word: &str) -> Option<T> {
    T::deserialize(Word(word)).ok()
}

/// A word of a closed list. Serde learns which one of the list it is: that it compared the words itself would be code for every list.
struct Word<'a>(&'a str);

impl<'de> Deserializer<'de> for Word<'_> {
    type Error = NoSuchWord;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NoSuchWord> {
        Err(NoSuchWord::default())
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        list: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NoSuchWord> {
        visitor.visit_enum(U32Deserializer::new(self.place(list, words)?))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl Word<'_> {
    fn place(&self, list: &'static str, words: &'static [&'static str]) -> Result<u32, NoSuchWord> {
        let place = words.iter().position(|word| *word == self.0).and_then(|place| u32::try_from(place).ok());
        place.ok_or(NoSuchWord { list, allowed: words })
    }
}

/// What is said of a word outside a closed list.
#[derive(Debug, Default, thiserror::Error)]
#[error("no such word")]
struct NoSuchWord {
    list: &'static str,
    allowed: &'static [&'static str],
}

impl serde::de::Error for NoSuchWord {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self::default()
    }
}
