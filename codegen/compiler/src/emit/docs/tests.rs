//! What the docs hold, and what rustdoc gets to see of it.

use super::super::{DocText, Options};
use super::plain::{bounded, summary};
use super::text::safe;
use super::*;
use crate::names::Names;
use crate::parallel::Threads;

fn shown(markdown: &str) -> String {
    let url = "https://example.org/{version}/{page}".to_owned();
    let options = Options { page_url: Some(url), doc_text: DocText::Full, ..Options::default() };
    let api = ir::Api::default();
    let names = Names::new(&api, "", Threads::default());
    safe(&World::new(&api, &names, &options), markdown)
}

#[test]
fn nothing_becomes_a_code_block() {
    let text = "A:\n\n    indented\n\n```rust\npanic!()\n```\n~~~\nx\n~~~\n1.     five spaces\n- a\n\n      b\n\tc";
    insta::assert_snapshot!(shown(text), @r"
    A:

    indented

    panic!()

    x

    1. five spaces
    - a

    b
    c
    ");
}

#[test]
fn html_is_gone_and_what_only_looks_like_it_is_text() {
    let text =
        "Bearer <token> & <b>bold</b>.<br>Next<br/>a < b > c <!-- hidden --> <script>x</script> <a href=\"x\">y</a>";
    insta::assert_snapshot!(shown(text), @r"
    Bearer \<token\> & bold.

    Next

    a \< b \> c  \<script\>x\</script\> y
    ");
}

#[test]
fn brackets_are_no_links_but_links_are() {
    let text = "An array[0], [Option], [a](b), [user](beta/resources/user_x.md#top), [`x`](https://a.org/(b) \"t\"), ![i](j.png), [r][s]";
    insta::assert_snapshot!(shown(text), @r"An array\[0\], \[Option\], a, [user](https://example.org/beta/resources/user-x), [`x`](https://a.org/%28b%29), i, r");
}

#[test]
fn addresses_are_in_angle_brackets() {
    insta::assert_snapshot!(shown("See https://a.org/x?y=1. Or (http://b.org), <https://c.org>, `https://d.org`"), @"See <https://a.org/x?y=1>. Or (<http://b.org>), <https://c.org>, `https://d.org`");
}

#[test]
fn backticks_are_in_pairs_and_backslashes_stay() {
    insta::assert_snapshot!(shown("`a` and ``b`c`` and ` alone, C:\\dir, a\\|b, \\`not code\\`, ```x"), @r"`a` and `b'c` and `alone, C:\dir, a\|b, \`not code\`, \`\`\`x");
}

#[test]
fn signs_that_cannot_be_seen_are_gone() {
    assert_eq!(shown("a\u{202e}b\u{200b}c\rd\u{0}e\u{feff}\u{a0}f"), "abc\nd e f");
}

#[test]
fn headings_rules_and_quotations_are_text() {
    insta::assert_snapshot!(shown("# Title\nText\n---\n> [!NOTE]\n> Mind this.\n===\n| a | b |\n|---|---|\n| 1 | 2 |"), @r"
    Title

    Text

    Mind this.

    | a | b |
    |---|---|
    | 1 | 2 |
    ");
}

#[test]
fn the_first_sentence_ends_where_a_reader_would_end_it() {
    assert_eq!(summary("A value, e.g. `a. b`, see [x. y](z). More."), "A value, e.g. `a. b`, see [x. y](z).");
    assert_eq!(summary("Version 1.0 of it\n\nMore. And"), "Version 1.0 of it");
}

#[test]
fn a_long_text_is_cut_between_words() {
    assert_eq!(bounded("äöü äöü äöü", 12), "äöü …");
    assert_eq!(bounded("short", 12), "short");
}

#[test]
fn no_text_escapes_whatever_it_is() {
    let pieces = [
        "`",
        "``",
        "```",
        "[",
        "](",
        ")",
        "<",
        ">",
        "<br>",
        "\\",
        "\n",
        "\n\n",
        "    ",
        "x",
        "http://a.b",
        "!",
        "#",
        "-",
    ];
    let mut seed = 1_u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        let shown = shown(&text);
        let is_safe = |line: &str| !line.starts_with([' ', '\t', '#', '=']) && !line.contains("```");
        assert!(shown.lines().all(is_safe), "{text:?}: {shown:?}");
    }
}
