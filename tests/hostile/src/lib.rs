//! Docs that try to break what is generated from them, and what must hold of every generated file all the same.

pub mod check;
mod pages;
mod words;

pub use pages::{Files, docs, obstacle_course};
