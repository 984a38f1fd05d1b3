//! The bounds that keep the cost of docs in proportion to their size: what is within is read, what is beyond is an error.

use tablewright::diagnostic::Code;
use tablewright::facts::Dropped;
use tablewright::ir::TypeName;
use tablewright::limits::{
    MAX_BASES, MAX_COLUMNS, MAX_DEPTH, MAX_EXAMPLES, MAX_LINES, MAX_MEMBERS, MAX_NAME, MAX_NESTING, MAX_PAGE, MAX_PATH,
    MAX_ROWS, MAX_UNCLOSED,
};
use tablewright::source::Docs;
use tablewright::{Config, Loaded};

fn read(files: Vec<(String, String)>) -> Loaded {
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    tablewright::read(&Config::default(), Docs::from_files("beta", files))
}

/// The page of a type that derives from another.
fn page(name: &str, base: Option<&str>) -> (String, String) {
    let base = base.map(|base| format!("Inherits from [{base}]({base}.md).\n\n")).unwrap_or_default();
    let rows = format!("|Property|Type|Description|\n|:---|:---|:---|\n|{name}Value|String|Text.|\n");
    (
        format!("beta/resources/{name}.md"),
        format!("# {name} resource type\n\nNamespace: microsoft.graph\n\nA thing.\n\n{base}## Properties\n{rows}"),
    )
}

/// Types each of which derives from the next; the last from nothing, or from the first.
fn derived(count: usize, last: Option<&str>) -> Loaded {
    let base = |number: usize| (number + 1 < count).then(|| format!("t{}", number + 1));
    let base = |number| base(number).or_else(|| last.map(str::to_owned));
    read((0..count).map(|number| page(&format!("t{number}"), base(number).as_deref())).collect())
}

fn count(loaded: &Loaded, code: Code) -> usize {
    loaded.summary.diagnostics.get(&code).copied().unwrap_or(0)
}

#[test]
fn so_many_bases_are_read_and_one_more_is_not() {
    let deepest = |loaded: &Loaded| {
        let depths = loaded.api.types.keys().map(|name| loaded.api.chain(name).count() - 1);
        depths.max().expect("there are types")
    };
    let within = derived(MAX_BASES + 1, None);
    assert_eq!((deepest(&within), count(&within, Code::DeepBase)), (MAX_BASES, 0));
    let beyond = derived(MAX_BASES + 2, None);
    assert_eq!((deepest(&beyond), count(&beyond, Code::DeepBase)), (MAX_BASES, 1));
    let far_beyond = derived(10 * MAX_BASES, None);
    assert_eq!((deepest(&far_beyond), count(&far_beyond, Code::DeepBase)), (MAX_BASES, 9));
}

#[test]
fn a_ring_is_cut_once() {
    for size in [2, 3, 100, 101, 500] {
        let ring = derived(size, Some("t0"));
        assert_eq!(count(&ring, Code::CyclicBase), 1, "{size}");
        assert_eq!(ring.api.types.len(), size);
    }
}

/// What is read of one page, beside one that is as it should be and is read whatever the other does.
fn one(text: String) -> Loaded {
    let loaded = read(vec![("beta/resources/thing.md".to_owned(), text), page("other", None)]);
    assert!(loaded.api.types.contains_key(&TypeName::new("microsoft.graph", "other")), "the rest of the run goes on");
    loaded
}

const HEAD: &str = "# thing resource type\n\nNamespace: microsoft.graph\n\nA thing.\n\n";
const TABLE: &str = "|Property|Type|Description|\n|:---|:---|:---|\n";

fn rows(count: usize) -> String {
    (0..count).map(|it| format!("|name{it}|String|Text.|\n")).collect::<Vec<_>>().concat()
}

#[test]
fn nothing_is_lost_of_a_page_that_nothing_is_made_of() {
    let text = format!("# Get thing\n\nGets it.\n\n## Response\n{TABLE}{}", rows(MAX_ROWS + 1));
    let loaded = read(vec![page("other", None), ("beta/api/thing-get.md".to_owned(), text)]);
    assert_fits(&loaded);
}

/// The properties that were read of the page.
fn properties(loaded: &Loaded) -> usize {
    loaded.api.types.get(&TypeName::new("microsoft.graph", "thing")).map_or(0, |ty| ty.properties.len())
}

/// Asserts that the one thing that is too large is said at that line, with a number in what is said, and a hint.
fn assert_too_large(loaded: &Loaded, line: usize, limit: usize) {
    let mut said = loaded.diagnostics.iter().filter(|it| it.code == Code::TooLarge);
    let it = said.next().expect("it is said");
    assert!(said.next().is_none(), "it is said once");
    assert_eq!((it.origin.page.as_str(), it.origin.line as usize), ("beta/resources/thing.md", line));
    assert!(it.message.contains(&limit.to_string()), "{}", it.message);
}

fn assert_fits(loaded: &Loaded) {
    assert_eq!(count(loaded, Code::TooLarge), 0);
}

#[test]
fn so_many_rows_of_a_page_are_read_and_one_more_is_not() {
    // In two tables, of which the second is not full.
    let page = |count: usize| {
        let (first, all) = (rows(MAX_ROWS - 10), rows(count));
        format!("{HEAD}## Properties\n{TABLE}{first}\n## Relationships\n{TABLE}{}", &all[first.len()..])
    };
    let within = one(page(MAX_ROWS));
    assert_fits(&within);
    assert_eq!(properties(&within), MAX_ROWS);
    let beyond = one(page(MAX_ROWS + 3));
    assert_too_large(&beyond, 7 + 3 + (MAX_ROWS - 10) + 4 + 10, MAX_ROWS);
    assert_eq!(properties(&beyond), MAX_ROWS);
    assert_eq!(beyond.summary.counts.dropped.get(&Dropped::TooMany), Some(&3));
}

#[test]
fn so_many_columns_of_a_table_are_read_and_one_more_is_not() {
    // The type is the last column.
    let page = |count: usize| {
        let line = |first: &str, other: &str, last: &str| format!("|{first}|{}{last}|\n", other.repeat(count - 2));
        let table = line("Property", "Other|", "Type") + &line("---", "---|", "---") + &line("size", "x|", "Int32");
        format!("{HEAD}## Properties\n{table}")
    };
    let ty = |loaded: &Loaded| {
        let ty = loaded.api.types.get(&TypeName::new("microsoft.graph", "thing")).expect("a type");
        ty.properties[0].ty.to_string()
    };
    let within = one(page(MAX_COLUMNS));
    assert_fits(&within);
    assert_eq!(ty(&within), "Int32");
    let beyond = one(page(MAX_COLUMNS + 1));
    assert_too_large(&beyond, 8, MAX_COLUMNS);
    assert_eq!(ty(&beyond), "Json");
}

#[test]
fn so_many_members_of_an_enumeration_are_read_and_one_more_is_not() {
    let page = |count: usize| {
        let rows = (0..count).map(|it| format!("|member{it}|Text.|\n")).collect::<Vec<_>>().concat();
        format!("# thing enum type\n\nThings.\n\n## Members\n|Member|Description|\n|:---|:---|\n{rows}")
    };
    let within = one(page(MAX_MEMBERS));
    assert_fits(&within);
    assert_eq!(within.summary.members, MAX_MEMBERS);
    let beyond = one(page(MAX_MEMBERS + 1));
    assert_too_large(&beyond, 8 + MAX_MEMBERS, MAX_MEMBERS);
    assert_eq!(beyond.summary.members, MAX_MEMBERS);
    assert_eq!(beyond.summary.counts.dropped.get(&Dropped::TooMany), Some(&1));
}

#[test]
fn so_many_values_of_a_description_are_read_and_one_more_is_not() {
    let page = |count: usize| {
        let values = (0..count).map(|it| format!("`value{it}`, ")).collect::<Vec<_>>().concat();
        format!("{HEAD}## Properties\n{TABLE}|state|String|Possible values are: {values}and so on.|\n")
    };
    let values = |loaded: &Loaded| {
        let ty = loaded.api.types.get(&TypeName::new("microsoft.graph", "thing")).expect("a type");
        ty.properties[0].known_values.len()
    };
    let within = one(page(MAX_MEMBERS));
    assert_fits(&within);
    assert_eq!(values(&within), MAX_MEMBERS);
    let beyond = one(page(MAX_MEMBERS + 1));
    assert_too_large(&beyond, 10, MAX_MEMBERS);
    assert_eq!(values(&beyond), MAX_MEMBERS);
}

#[test]
fn what_stands_in_so_many_quotes_or_lists_is_read_and_in_one_more_is_not() {
    let quoted = |depth: usize| {
        let table: String = (TABLE.to_owned() + &rows(2)).lines().map(|it| "> ".repeat(depth) + it + "\n").collect();
        format!("{HEAD}## Properties\n\n{table}\n{TABLE}|own|String|Text.|\n")
    };
    let listed = |depth: usize| {
        let indent = "  ".repeat(depth);
        let lines = TABLE.to_owned() + &rows(2);
        let table = lines.lines().map(|it| format!("{indent}{it}\n")).collect::<Vec<_>>().concat();
        let marks = "- ".repeat(depth);
        format!("{HEAD}## Properties\n\n{marks}Text.\n\n{table}\n\n{TABLE}|own|String|Text.|\n")
    };
    for page in [&quoted as &dyn Fn(usize) -> String, &listed] {
        let within = one(page(MAX_NESTING));
        assert_fits(&within);
        assert_eq!(properties(&within), 3);
        let beyond = one(page(MAX_NESTING + 1));
        assert_too_large(&beyond, 9, MAX_NESTING);
        assert_eq!(properties(&beyond), 1);
    }
}

#[test]
fn behind_so_many_code_blocks_without_an_end_a_page_is_read_and_behind_one_more_it_is_not() {
    let page = |count: usize| format!("{HEAD}{}## Properties\n{TABLE}{}", "```json\n{}\n\n".repeat(count), rows(2));
    let within = one(page(MAX_UNCLOSED));
    assert_fits(&within);
    assert_eq!((properties(&within), count(&within, Code::UnclosedFence)), (2, MAX_UNCLOSED));
    let beyond = one(page(MAX_UNCLOSED + 1));
    assert_too_large(&beyond, 7 + 3 * (MAX_UNCLOSED + 1), MAX_UNCLOSED);
    assert_eq!(properties(&beyond), 0);
}

#[test]
fn so_many_bytes_of_a_page_are_read_and_one_more_is_not() {
    let page = |size: usize| {
        let text = format!("{HEAD}## Properties\n{TABLE}{}\n", rows(2));
        let rest = "x".repeat(size - text.len());
        text + &rest
    };
    let within = one(page(MAX_PAGE));
    assert_fits(&within);
    let beyond = one(page(MAX_PAGE + 1));
    assert_too_large(&beyond, 1, MAX_PAGE);
    assert_eq!((properties(&within), properties(&beyond)), (2, 2));
}

#[test]
fn so_many_bytes_of_an_included_file_are_read_and_one_more_is_not() {
    let loaded = |size: usize| {
        let own = "[!INCLUDE [all](../../includes/all.md)]".to_owned();
        let text = format!("{HEAD}## Properties\n{TABLE}{}\n", rows(2));
        let rest = "x".repeat(size - text.len());
        read(vec![("beta/resources/thing.md".to_owned(), own), ("includes/all.md".to_owned(), text + &rest)])
    };
    let within = loaded(MAX_PAGE);
    assert_fits(&within);
    assert_eq!(properties(&within), 2);
    let beyond = loaded(MAX_PAGE + 1);
    assert_too_large(&beyond, 1, MAX_PAGE);
    assert_eq!(properties(&beyond), 0);
}

#[test]
fn files_include_each_other_so_deep_and_no_deeper() {
    // The page is the first of them.
    let loaded = |depth: usize| {
        let file = |it: usize| {
            let path = if it == 1 { "beta/resources/thing.md".to_owned() } else { format!("includes/file{it}.md") };
            let next = format!("[!INCLUDE [next](/includes/file{}.md)]", it + 1);
            let next =
                if it == 1 { next.replace("/includes", "../../includes") } else { next.replace("/includes/", "") };
            (path, if it == depth { format!("{HEAD}## Properties\n{TABLE}{}", rows(2)) } else { next })
        };
        read((1..=depth).map(file).collect())
    };
    let (within, beyond) = (loaded(MAX_DEPTH), loaded(MAX_DEPTH + 1));
    assert_eq!((properties(&within), count(&within, Code::CircularInclude)), (2, 0));
    assert_eq!((properties(&beyond), count(&beyond, Code::CircularInclude)), (0, 1));
}

#[test]
fn names_and_paths_are_so_long_and_no_longer() {
    let named = |size: usize| one(format!("{HEAD}## Properties\n{TABLE}|{}|String|Text.|\n", "n".repeat(size)));
    let (within, beyond) = (named(MAX_NAME), named(MAX_NAME + 1));
    assert_eq!((properties(&within), count(&within, Code::OddName)), (1, 0));
    assert_eq!((properties(&beyond), count(&beyond, Code::OddName)), (0, 1));
    let sent = |size: usize| {
        let text = format!(
            "# Update other\n\nText.\n\n## HTTP request\n```http\nPATCH /others/{{id}}\nPATCH /{}\n```\n",
            "p".repeat(size - 1)
        );
        read(vec![("beta/api/other-update.md".to_owned(), text), page("other", None)])
    };
    let (within, beyond) = (sent(MAX_PATH), sent(MAX_PATH + 1));
    assert_eq!((within.summary.request_lines, count(&within, Code::OddPath)), (2, 0));
    assert_eq!((beyond.summary.request_lines, count(&beyond, Code::OddPath)), (1, 1));
}

/// An update page with so many request lines and examples.
fn update(lines: usize, examples: usize) -> Loaded {
    let lines = (0..lines).map(|it| format!("PATCH /things/{{id}}/at{it}\n")).collect::<Vec<_>>().concat();
    let example = "```http\nPATCH https://graph.microsoft.com/beta/things/1/at0\n\n{ \"name0\": \"x\" }\n```\n\n";
    let examples = example.repeat(examples);
    let text = format!(
        "# Update thing\n\nUpdate a [thing](../resources/thing.md).\n\n## HTTP request\n```http\n{lines}```\n\n\
         ## Request body\n{TABLE}|name0|String|Text.|\n\n## Example\n{examples}",
    );
    let thing = format!("{HEAD}## Properties\n{TABLE}{}", rows(1));
    read(vec![("beta/resources/thing.md".to_owned(), thing), ("beta/api/thing-update.md".to_owned(), text)])
}

#[test]
fn so_many_request_lines_and_examples_of_a_page_are_read_and_one_more_is_not() {
    let within = update(MAX_LINES, MAX_EXAMPLES);
    assert_fits(&within);
    let read = |loaded: &Loaded| {
        let it = &loaded.api.operations[0];
        (it.lines.len(), it.examples.len())
    };
    assert_eq!(read(&within), (MAX_LINES, MAX_EXAMPLES));
    for beyond in [update(MAX_LINES + 1, MAX_EXAMPLES), update(MAX_LINES, MAX_EXAMPLES + 1)] {
        assert_eq!(count(&beyond, Code::TooLarge), 1);
        assert_eq!(read(&beyond), (MAX_LINES, MAX_EXAMPLES));
    }
}
