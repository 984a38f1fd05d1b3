//! The mistakes that writers of real docs repaired, row by row of the table in which they were gathered: each put into small
//! pages, with what is said of it and not of the right page.

use tablewright_pipeline_tests::told::{assert_told, list, operation, page};

const NAME: &str = "|name|String|The name.|";

#[test]
fn the_type_mark_of_a_json_representation_names_another_namespace() {
    let text =
        page("lamp resource type", NAME, "  \"@odata.type\": \"microsoft.graph.light.lamp\",\n  \"name\": \"String\"");
    let text = text.replacen("\n\n## Prop", "\n\nNamespace: microsoft.graph.light\n\n## Prop", 1);
    assert_told(
        &[("beta/resources/lamp.md", text)],
        ("graph.light.lamp", "graph.lamp"),
        &[
            "beta/resources/lamp.md:15:18 representation-type: the JSON representation calls itself `microsoft.graph.lamp`, and the page describes `microsoft.graph.light.lamp`; beta/resources/lamp.md:1:3 described here",
        ],
    );
}

#[test]
fn a_table_of_members_that_nothing_refers_to_has_no_identifiers() {
    let text = page("lamp resource type", NAME, "  \"name\": \"String\"")
        + &list("Ways values", "|red|It is red.|\n|blue|It is blue.|");
    assert_told(
        &[("beta/resources/lamp.md", text)],
        ("|red|It is red.|\n|blue|", "|Red light|It is red.|\n|Blue light|"),
        &[
            "beta/resources/lamp.md:21:2 odd-members: `Red light` is no name of a member, and no row refers to `Ways`; beta/resources/lamp.md:17:4 read as an enumeration for this heading",
        ],
    );
}

#[test]
fn a_member_differs_from_that_of_the_same_list_on_another_page() {
    let list = |name| {
        page(name, NAME, "  \"name\": \"String\"") + &list("mode values", "|steady|On.|\n|blinking|On and off.|")
    };
    let pages = [
        ("beta/resources/lamp.md", list("lamp resource type")),
        ("beta/resources/sign.md", list("sign resource type").replace("On.", "on.")),
    ];
    assert_told(
        &pages,
        ("|steady|on.|\n", ""),
        &[
            "beta/resources/sign.md:17:4 members-differ: this list of `mode` lacks `steady`; beta/resources/lamp.md:17:4 the other list",
        ],
    );
}

#[test]
fn a_member_differs_from_that_of_the_same_list_of_another_version() {
    let list = "# mode enum type\n\n## Members\n\n|Member|Description|\n|:---|:---|\n|appSwitch|A.|\n|hand|By hand.|\n";
    let pages = [("beta/resources/mode.md", list.to_owned()), ("v1.0/resources/mode.md", list.replace("A.", "a."))];
    assert_told(
        &pages,
        ("|appSwitch|a.", "|applicationSwitch|a."),
        &[
            "v1.0/resources/mode.md:7:2 missing-in-preview: `applicationSwitch` of `mode` is documented here, and not for beta; beta/resources/mode.md:1:3 `mode` of beta is described here",
        ],
    );
}

#[test]
fn a_type_cell_in_brackets_is_no_link_and_the_json_shows_something_else() {
    let rows = "|shades|String collection|The shades.|";
    let pages = [
        ("beta/resources/lamp.md", page("lamp resource type", rows, "  \"shades\": [\"String\"]")),
        ("beta/resources/shade.md", page("shade resource type", NAME, "  \"name\": \"String\"")),
    ];
    assert_told(
        &pages,
        ("|String collection|", "|[shade]|"),
        &[
            "beta/resources/lamp.md:7:9 bracketed-type: `[shade]` is no link: readers see the brackets",
            "beta/resources/lamp.md:7:9 collection-guess: the JSON representation shows an array of `shades`: taken as a collection; beta/resources/lamp.md:13:13 shown here",
            "beta/resources/lamp.md:7:9 representation-type: the row says shade, and the JSON representation shows \"String\"; beta/resources/lamp.md:13:13 shown here",
        ],
    );
}

#[test]
fn a_relationship_stands_in_no_json_and_is_that_of_no_operation() {
    let rows = "|name|String|The name.|\n\n## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n|room|[lamp](lamp.md)|Beside it.|";
    let text = page("lamp resource type", rows, "  \"name\": \"String\",\n  \"room\": {}");
    assert_told(
        &[("beta/resources/lamp.md", text)],
        ("|Beside it.|", "|Beside it.|\n|house|[lamp](lamp.md)|Around it.|"),
        &[
            "beta/resources/lamp.md:14:2 unshown-relationship: the JSON representation lacks `house`, and no operation is named after it; beta/resources/lamp.md:13:2 `room` is shown",
        ],
    );
}

#[test]
fn permissions_of_one_kind_contradict_those_of_the_page_that_reads_the_same() {
    let scopes = "|Delegated (work or school account)|Lamp.ReadWrite|\n|Delegated (personal Microsoft account)|Lamp.ReadWrite|\n|Application|Not supported.|";
    let pages = [
        ("beta/api/lamp-get.md", operation("GET", "/lamps/{id}", &scopes.replace("ReadWrite", "Read"))),
        ("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", scopes)),
        ("beta/resources/lamp.md", page("lamp resource type", NAME, "  \"name\": \"String\"")),
    ];
    let wrong = "|Lamp.ReadWrite|\n|Application|Lamp.ReadWrite|";
    assert_told(
        &pages,
        ("|Lamp.ReadWrite|\n|Application|Not supported.|", wrong),
        &[
            "beta/api/lamp-update.md:9:14 permission-differs: `Lamp.ReadWrite` is to allow `Application` this update, and the page that gets the same says that there is no such permission; beta/api/lamp-get.md:9:14 none there",
        ],
    );
}

#[test]
fn a_row_lists_the_members_of_an_enumeration_of_another_name() {
    let rows = "|mode|[lampMode](lampmode.md)|Possible values are: `steady`, `blinking`.|";
    let pages = [
        ("beta/resources/lamp.md", page("lamp resource type", rows, "  \"mode\": \"String\"")),
        (
            "beta/resources/lampmode.md",
            "# lampMode enum type\n".to_owned() + &list("Members", "|steady|On.|\n|blinking|On and off.|"),
        ),
        ("beta/resources/modebase.md", page("modeBase resource type", NAME, "  \"name\": \"String\"")),
    ];
    assert_told(
        &pages,
        ("[lampMode](lampmode.md)", "[modeBase](modebase.md)"),
        &[
            "beta/resources/lamp.md:7:7 listed-elsewhere: `modeBase` is no enumeration, and `lampMode` has just the values that this row lists; beta/resources/lampmode.md:1:3 its members stand here",
            "beta/resources/lamp.md:7:7 representation-type: the row says modeBase, and the JSON representation shows \"String\"; beta/resources/lamp.md:13:11 shown here",
        ],
    );
}

#[test]
fn the_type_mark_misspells_the_type_of_the_page() {
    let text = page(
        "lampShade resource type",
        NAME,
        "  \"@odata.type\": \"microsoft.graph.lampShade\",\n  \"name\": \"String\"",
    );
    assert_told(
        &[("beta/resources/lampshade.md", text)],
        ("graph.lampShade", "graph.lampShede"),
        &[
            "beta/resources/lampshade.md:13:18 representation-type: the JSON representation calls itself `microsoft.graph.lampShede`, and the page describes `lampShade`; beta/resources/lampshade.md:1:3 described here",
        ],
    );
}

#[test]
fn the_type_mark_of_a_member_is_another_type_than_that_of_its_row() {
    let rows = "|shade|[shade](shade.md)|The shade.|";
    let pages = [
        (
            "beta/resources/lamp.md",
            page("lamp resource type", rows, "  \"shade\": {\"@odata.type\": \"microsoft.graph.shade\"}"),
        ),
        ("beta/resources/shade.md", page("shade resource type", NAME, "  \"name\": \"String\"")),
        ("beta/resources/usedshade.md", page("usedShade resource type", NAME, "  \"name\": \"String\"")),
    ];
    assert_told(
        &pages,
        ("\"microsoft.graph.shade\"", "\"microsoft.graph.usedShade\""),
        &[
            "beta/resources/lamp.md:7:8 representation-type: the row says shade, and the JSON representation shows `usedShade`; beta/resources/lamp.md:13:12 shown here",
        ],
    );
}

#[test]
fn a_scope_that_no_other_page_has_lacks_the_last_part() {
    let scopes = |it: &str| {
        format!(
            "|Delegated (work or school account)|{it}|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Not supported.|"
        )
    };
    let all = operation("PATCH", "/lamps/{id}", &scopes("Lamp.ReadWrite.All"));
    let pages = [
        ("beta/api/fan-update.md", all.clone()),
        ("beta/api/fire-update.md", all.clone()),
        ("beta/api/lamp-update.md", all.replace("{id}", "{lamp-id}")),
        ("beta/api/oven-update.md", all),
    ];
    assert_told(
        &pages,
        (
            "Lamp.ReadWrite.All|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Not supported.|\n\n## HTTP request\n\n```http\nPATCH /lamps/{lamp-id}",
            "Lamp.ReadWrite|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Not supported.|\n\n## HTTP request\n\n```http\nPATCH /lamps/{lamp-id}",
        ),
        &[
            "beta/api/lamp-update.md:7:37 rare-scope: `Lamp.ReadWrite` stands on no other page, and 3 have `Lamp.ReadWrite.All`; beta/api/fan-update.md:7:37 one of them",
        ],
    );
}

#[test]
fn a_scope_that_only_reads_stands_beside_those_that_write() {
    let scopes = "|Delegated (work or school account)|Lamp.ReadWrite.All|\n|Delegated (personal Microsoft account)|Not supported.|\n|Application|Lamp.ReadWrite.All|";
    let pages = [("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", scopes))];
    assert_told(
        &pages,
        ("|Application|", "|Application|Lamp.Read.All, "),
        &[
            "beta/api/lamp-update.md:9:14 reading-scope: `Lamp.Read.All` does not allow an update; beta/api/lamp-update.md:9:29 this one does",
        ],
    );
    assert_told(
        &pages,
        ("|Application|Lamp.ReadWrite", "|Application|Lamp.Read"),
        &[
            "beta/api/lamp-update.md:9:14 reading-scope: `Lamp.Read.All` only reads, and so do all scopes of `Application` here; beta/api/lamp-update.md:7:37 this one allows to update",
        ],
    );
}

#[test]
fn the_text_says_complex_type_and_the_annotation_makes_it_an_entity() {
    let annotation = "<!-- {\n  \"blockType\": \"resource\",\n  \"@odata.type\": \"microsoft.graph.lamp\",\n  \"baseType\": \"\"\n} -->\n";
    let text =
        page("lamp complex type", NAME, "  \"name\": \"String\"").replace("```json", &format!("{annotation}```json"));
    let pages = [("beta/resources/lamp.md", text)];
    assert_told(
        &pages,
        ("\"baseType\": \"\"", "\"baseType\": \"microsoft.graph.entity\""),
        &[
            "beta/resources/lamp.md:14:3 kind-differs: the annotation makes `lamp` an entity, and the text calls it a complex type; beta/resources/lamp.md:1:1 said here",
        ],
    );
    assert_told(
        &pages,
        ("\"baseType\": \"\"", "\"keyProperty\": \"name\""),
        &[
            "beta/resources/lamp.md:14:3 kind-differs: the annotation makes `lamp` an entity, and the text calls it a complex type; beta/resources/lamp.md:1:1 said here",
        ],
    );
    let entity = [("beta/resources/lamp.md", pages[0].1.replace("complex type", "entity type"))];
    assert_told(
        &entity,
        ("\"baseType\": \"\"", "\"baseType\": \"microsoft.graph.ComplexType\""),
        &[
            "beta/resources/lamp.md:14:3 kind-differs: the annotation makes `lamp` a complex type, and the text calls it an entity; beta/resources/lamp.md:1:1 said here",
        ],
    );
}

#[test]
fn members_are_written_as_the_qualified_names_of_types() {
    let text = "# lampMode enum type\n".to_owned() + &list("Members", "|steady|On.|\n|blinking|On and off.|");
    let pages = [("beta/resources/lampmode.md", text)];
    assert_told(
        &pages,
        ("|steady|", "|microsoft.graph.steady|"),
        &[
            "beta/resources/lampmode.md:7:2 qualified-member: `microsoft.graph.steady` is the name of a type, and no member",
        ],
    );
}

#[test]
fn a_heading_has_no_blank_behind_its_marks() {
    let text = "# lampMode enum type\n".to_owned() + &list("Members", "|steady|On.|");
    assert_told(
        &[("beta/resources/lampmode.md", text)],
        ("## Members", "##Members"),
        &["beta/resources/lampmode.md:3:1 misspelled-heading: `##Members` is no heading"],
    );
}

#[test]
fn a_member_differs_in_case_from_the_same_list_elsewhere() {
    let list = |name| {
        page(name, NAME, "  \"name\": \"String\"") + &list("mode values", "|steady|On.|\n|blinking|On and off.|")
    };
    let pages = [
        ("beta/resources/lamp.md", list("lamp resource type")),
        ("beta/resources/sign.md", list("sign resource type").replace("On.", "on.")),
    ];
    assert_told(
        &pages,
        ("|steady|on.|", "|Steady|on.|"),
        &[
            "beta/resources/sign.md:21:2 case-collision: `Steady` and `steady` differ only in case; beta/resources/lamp.md:21:2 the other one",
        ],
    );
}

#[test]
fn nothing_refers_to_a_list_beside_a_row_that_refers_to_what_nothing_defines() {
    let rows = "|result|switchResult|What came of it.|";
    let text = page("lamp resource type", rows, "  \"result\": \"String\"")
        + &list("switchResult values", "|done|Done.|\n|failed|Failed.|");
    assert_told(
        &[("beta/resources/lamp.md", text)],
        ("## switchResult", "## activityResult"),
        &[
            "beta/resources/lamp.md:7:9 unknown-type: no page describes `switchResult`",
            "beta/resources/lamp.md:17:4 unused-list: no row refers to `activityResult`, and one does to `switchResult`, whose members stand nowhere; beta/resources/lamp.md:7:9 `switchResult` here",
        ],
    );
}

#[test]
fn the_front_matter_has_an_empty_product() {
    let text =
        "---\nms.prod: \"light\"\n---\n\n".to_owned() + &page("lamp resource type", NAME, "  \"name\": \"String\"");
    assert_told(
        &[("beta/resources/lamp.md", text)],
        ("\"light\"", "\"\""),
        &["beta/resources/lamp.md:2:1 empty-product: `ms.prod` is empty"],
    );
}

/// The last row of the table: what was told from the first.
#[test]
fn what_one_place_alone_shows_is_told_too() {
    let rows = "|name|String|The name.|\n|shade|[lamp](lamp.md)|The shade.|";
    let pages =
        [("beta/resources/lamp.md", page("lamp resource type", rows, "  \"name\": \"String\",\n  \"shade\": {}"))];
    for (old, new, expected) in [
        ("|String|", "||", "beta/resources/lamp.md:7:7 unreadable-type: `` is no type"),
        ("|String|", "|?|", "beta/resources/lamp.md:7:7 unreadable-type: `?` is no type"),
        ("|String|The name.|", "|String|", "beta/resources/lamp.md:7:1 short-row: 2 cells, 3 columns"),
        (
            "|String|The name.|",
            "|String|The|name.|",
            "beta/resources/lamp.md:7:1 surplus-cells: 4 cells, 3 columns: joined into the last",
        ),
        ("(lamp.md)", "(lmap.md)", "beta/resources/lamp.md:8:8 dead-link: there is no page `lmap.md`"),
        (
            "## JSON",
            "<<<<<<< HEAD\n## JSON",
            "beta/resources/lamp.md:10:1 conflict-marks: git's conflict marks stand in this page: both versions are read",
        ),
        (
            "  \"name\": \"String\",",
            "  \"name\": \"String\",\n  \"watts\": 60,",
            "beta/resources/lamp.md:15:3 unknown-property: `lamp` has no property `watts`; beta/resources/lamp.md:1:3 `lamp` is described here",
        ),
        (
            "|The name.|",
            "|The name.|\n|Name|String|The other name.|",
            "beta/resources/lamp.md:8:2 case-collision: `Name` and `name` differ only in case; beta/resources/lamp.md:7:2 the other one",
        ),
    ] {
        assert_told(&pages, (old, new), &[expected]);
    }
}
