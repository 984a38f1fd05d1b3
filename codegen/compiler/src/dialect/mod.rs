//! The dialects in which pages are written; each turns a page into facts.

pub mod graph;
