//! No page can make the generator panic, and no row goes uncounted.

use proptest::prelude::*;
use tablewright::diagnostic::Sink;
use tablewright::facts::Dropped;
use tablewright::markdown::{self, BlockKind};
use tablewright::source::Docs;
use tablewright::{Config, emit};

/// Pieces of pages, well and badly formed.
const PIECES: [&str; 26] = [
    "# thing resource type\n\n",
    "## Properties\n",
    "|Property|Type|Description|\n|:---|:---|:---|\n",
    "|id|String|Key of the entity.|\n",
    "|state|[state](other.md) collection|Possible values are: `a`, `b`.|\n",
    "|**Group**|\n",
    "|a|b|c|d|e|\n",
    "|x\n",
    "|\t--|\t--|\n",
    "## Relationships\n|Relationship|Type|Description|\n|---|---|\n|r|[thing](thing.md)|x|\n",
    "## JSON representation\n<!-- { \"@odata.type\": \"microsoft.graph.thing\" } -->\n```json\n{ \"id\": \"x\", ... }\n```\n",
    "<!-- never closed\n",
    "```http\nPATCH /things/{id}\n```\n",
    "## HTTP request\n",
    "## Request body\n",
    "## Response\n`200 OK` and an updated object in the response body.\n",
    "## Example\n```http\nPATCH https://graph.microsoft.com/beta/things/{id}\n\n{ \"a\": [1, 2\n```\n",
    "# [C#](#tab/csharp)\n",
    "text\n---\n",
    "### state values\n|Member|Value|\n|---|---|\n|a b|0|\n|self|1|\n|1x|0x2|\n",
    "- item\n  > quote\n  - |a|b|\n",
    "Inherits from [thing](thing.md).\n",
    "\u{feff}\u{202e}\r\r\n",
    "|Option|Option|Self|\n",
    "```",
    "---\ntitle: x\n",
];

fn page() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES.as_slice()).prop_map(|it| it.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..40),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// The rows of all tables that markdown shows.
fn rows(page: &str) -> usize {
    let document = markdown::parse(page, &mut Sink::default());
    let tables = document.blocks.iter().map(|block| match &block.kind {
        BlockKind::Table(table) => table.rows.len(),
        _ => 0,
    });
    tables.sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn arbitrary_pages_are_read_and_emitted(one in page(), two in page(), update in page()) {
        let files = vec![
            ("beta/resources/thing.md".to_owned(), one),
            ("beta/resources/other.md".to_owned(), two),
            ("beta/api/thing-update.md".to_owned(), update),
        ];
        let docs = Docs::from_files("beta", files);
        let rows: usize = docs.pages.iter().map(|page| rows(&page.text)).sum();
        let loaded = tablewright::read(&Config::default(), docs);
        let counts = &loaded.summary.counts;
        prop_assert!(counts.add_up());
        let commented = counts.dropped.get(&Dropped::Hidden).copied().unwrap_or_default();
        prop_assert!((rows..=rows + commented).contains(&counts.seen), "{rows} rows: {counts:?}");
        for diagnostic in &loaded.diagnostics {
            prop_assert!(diagnostic.origin.line > 0 && diagnostic.origin.column > 0);
        }
        prop_assert!(!tablewright::emit_files(&[loaded.api], &emit::Options::default()).is_empty());
    }
}
