//! Mistakes by which two places of the docs disagree, one a test: what is said of them and not of the right pages.

use tablewright_pipeline_tests::told::{assert_told, list, operation, page};

const NAME: &str = "|name|String|The name.|";

/// The page of a lamp.
fn lamp() -> String {
    page("lamp resource type", NAME, "  \"name\": \"String\"")
}

/// Who may call something: with a work account, with a personal one, as an application.
fn scopes(work: &str, personal: &str, application: &str) -> String {
    format!(
        "|Delegated (work or school account)|{work}|\n|Delegated (personal Microsoft account)|{personal}|\n\
         |Application|{application}|"
    )
}

/// The page of an update with its introduction, what it says of the response, and an example.
fn update(intro: &str, response: &str) -> String {
    let head = operation("PATCH", "/lamps/{id}", &scopes("Lamp.ReadWrite", "Not supported.", "Not supported."));
    let head = head.replacen("it\n", &format!("it\n\n{intro}\n"), 1);
    format!(
        "{head}\n## Request body\n\n|Property|Type|Description|\n|:---|:---|:---|\n|name|String|The name.|\n\n\
         ## Response\n\n{response}\n\n## Example\n\n```http\nPATCH https://graph.microsoft.com/beta/lamps/1\n\n\
         {{\"name\": \"a\"}}\n```\n\n<!-- {{ \"@odata.type\": \"microsoft.graph.lamp\" }} -->\n```http\nHTTP/1.1 200 OK\n\n\
         {{\"name\": \"a\"}}\n```\n"
    )
}

fn right_update() -> [(&'static str, String); 3] {
    let link = "[lamp](../resources/lamp.md)";
    let text = update(
        &format!("Update the properties of a {link} object."),
        &format!("`200 OK` and an updated {link} object in the response body."),
    );
    [
        ("beta/api/lamp-update.md", text),
        ("beta/resources/fan.md", page("fan resource type", NAME, "  \"name\": \"String\"")),
        ("beta/resources/lamp.md", lamp()),
    ]
}

#[test]
fn a_scope_is_one_of_another_page() {
    let pages = [
        ("beta/api/lamp-get.md", operation("GET", "/lamps/{id}", &scopes("Lamp.Read.All", "No", "No"))),
        ("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", &scopes("Lamp.ReadWrite.All", "No", "No"))),
        ("beta/resources/lamp.md", lamp()),
    ];
    assert_told(
        &pages,
        ("Lamp.ReadWrite", "Fan.ReadWrite"),
        &[
            "beta/api/lamp-update.md:7:37 foreign-scope: `Fan.ReadWrite.All` is to allow this update, and no scope that begins so allows to get the same; beta/api/lamp-get.md:7:37 scopes of `Lamp` there",
        ],
    );
}

#[test]
fn the_rows_of_the_permissions_are_mixed_up() {
    let rows = scopes("Lamp.ReadWrite.All", "Not supported.", "Lamp.ReadWrite.All");
    let pages = [
        ("beta/api/lamp-get.md", operation("GET", "/lamps/{id}", &rows.replace("ReadWrite", "Read"))),
        ("beta/api/lamp-delete.md", operation("DELETE", "/lamps/{id}", &rows.replace("|Application", "| Application"))),
        ("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", &rows)),
        ("beta/resources/lamp.md", lamp()),
    ];
    let (right, mixed) =
        ("|Not supported.|\n|Application|Lamp.ReadWrite.All|", "|Lamp.ReadWrite.All|\n|Application|Not supported.|");
    assert_told(
        &pages,
        (right, mixed),
        &[
            "beta/api/lamp-update.md:8:41 permission-differs: `Lamp.ReadWrite.All` is to allow `Delegated (personal Microsoft account)` this update, and the page that gets the same says that there is no such permission; beta/api/lamp-get.md:8:41 none there",
            "beta/api/lamp-update.md:9:14 permission-differs: this says that `Application` has no permission to update, and the page that deletes the same names `Lamp.ReadWrite.All`; beta/api/lamp-delete.md:9:15 named there",
        ],
    );
}

#[test]
fn nobody_may_update() {
    let none = "Not supported.";
    let rows = scopes("Lamp.ReadWrite.All", none, none);
    let pages =
        [("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", &rows)), ("beta/resources/lamp.md", lamp())];
    assert_told(
        &pages,
        ("|Lamp.ReadWrite.All|", "|Not supported.|"),
        &[
            "beta/api/lamp-update.md:7:37 no-permission: no kind of permission allows this update; beta/api/lamp-update.md:9:14 nor is there one here",
        ],
    );
}

#[test]
fn the_preview_has_no_such_permission() {
    let rows = scopes("Lamp.ReadWrite.All", "Not supported.", "Lamp.ReadWrite.All");
    let pages = [
        ("beta/api/lamp-update.md", operation("PATCH", "/lamps/{id}", &rows).replace("|Application", "| Application")),
        ("beta/resources/lamp.md", lamp()),
        ("v1.0/api/lamp-update.md", operation("PATCH", "/lamps/{id}", &rows)),
        ("v1.0/resources/lamp.md", lamp()),
    ];
    assert_told(
        &pages,
        ("| Application|Lamp.ReadWrite.All|", "| Application|Not supported.|"),
        &[
            "v1.0/api/lamp-update.md:7:37 version-permission: `Lamp.ReadWrite.All` is to allow this update, and beta names no permission `Application`; beta/api/lamp-update.md:1:3 the page of beta",
        ],
    );
}

#[test]
fn a_heading_stands_at_another_level() {
    let pages = right_update();
    assert_told(
        &pages,
        ("## Request body", "# Request body"),
        &[
            "beta/api/lamp-update.md:19:1 heading-level: `# Request body` stands at another level than the sections beside it; beta/api/lamp-update.md:5:1 one of these",
        ],
    );
    assert_told(
        &pages,
        ("## Response", "### Response"),
        &[
            "beta/api/lamp-update.md:25:1 heading-level: `### Response` stands at another level than the sections beside it; beta/api/lamp-update.md:5:1 one of these",
        ],
    );
}

#[test]
fn the_heading_and_the_title_in_the_front_matter_name_different_types() {
    let text = "---\ntitle: \"lampShade resource type\"\n---\n\n".to_owned()
        + &page("lampShade resource type", NAME, "  \"name\": \"String\"");
    assert_told(
        &[("beta/resources/lampshade.md", text)],
        ("# lampShade", "# roomFan"),
        &[
            "beta/resources/lampshade.md:5:3 title-differs: the heading says `roomFan`, and the title in the front matter `lampShade`; beta/resources/lampshade.md:2:9 the title",
        ],
    );
}

#[test]
fn the_annotation_names_another_type_or_another_namespace() {
    let annotation = "<!-- {\n  \"blockType\": \"resource\",\n  \"@odata.type\": \"microsoft.graph.lamp\"\n} -->\n";
    let text = lamp().replace("\n\n## Prop", "\n\nNamespace: microsoft.graph\n\n## Prop");
    let pages = [("beta/resources/lamp.md", text.replace("```json", &format!("{annotation}```json")))];
    assert_told(
        &pages,
        ("# lamp resource", "# fan resource"),
        &[
            "beta/resources/lamp.md:15:19 name-differs: the annotation names `lamp`, and the title `fan`; `lamp` is taken; beta/resources/lamp.md:1:3 the title",
        ],
    );
    assert_told(
        &pages,
        ("\"microsoft.graph.lamp", "\"microsoft.graph.light.lamp"),
        &[
            "beta/resources/lamp.md:15:19 namespace-differs: the annotation puts `lamp` into `microsoft.graph.light`, and the line above says `microsoft.graph`; beta/resources/lamp.md:3:1 said here",
        ],
    );
}

#[test]
fn a_type_cell_spells_a_type_otherwise_or_puts_it_elsewhere() {
    let rows = "|one|[lamp](lamp.md)|One.|\n|two|[lamp](lamp.md)|Two.|\n|six|[lamp](lamp.md)|Six.|";
    let shown = "  \"one\": {},\n  \"two\": {},\n  \"six\": {}";
    let pages =
        [("beta/resources/lamp.md", lamp()), ("beta/resources/room.md", page("room resource type", rows, shown))];
    assert_told(
        &pages,
        ("|two|[lamp]", "|two|[Lamp]"),
        &[
            "beta/resources/room.md:8:7 type-case: `Lamp` is spelled `lamp` on its own page, and by 2 rows; beta/resources/lamp.md:1:3 spelled so here",
        ],
    );
    assert_told(
        &pages,
        ("|two|[lamp]", "|two|[microsoft.graph.light.lamp]"),
        &[
            "beta/resources/room.md:8:7 namespace-differs: `lamp` is in the namespace `microsoft.graph`, and not in `microsoft.graph.light`; beta/resources/lamp.md:1:3 this is meant",
        ],
    );
}

#[test]
fn a_property_stands_among_the_relationships() {
    let rows = "|name|String|The name.|\n\n## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n\
                |room|[lamp](lamp.md)|Beside it.|";
    let text = page("lamp resource type", rows, "  \"name\": \"String\",\n  \"room\": {},\n  \"watts\": 60");
    let text = text.replacen("The name.|\n", "The name.|\n|watts|Int32|What it uses.|\n", 1);
    let moved = "Beside it.|\n|watts|Int32|What it uses.|";
    let pages = [("beta/resources/lamp.md", text.replace("|watts|Int32|What it uses.|\n", ""))];
    assert_told(
        &pages,
        ("Beside it.|", moved),
        &[
            "beta/resources/lamp.md:14:8 primitive-relationship: `watts` stands among the relationships, and its type is Int32",
        ],
    );
}

#[test]
fn the_link_of_a_row_of_the_body_leads_to_another_type() {
    let [update, fan, (path, text)] = right_update();
    let row = "|shade|[fan](../resources/fan.md)|The shade.|";
    let rows = text.replace(NAME, &format!("{NAME}\n|shade|[fan](fan.md)|The shade.|"));
    let rows = rows.replace("\"String\"", "\"String\",\n  \"shade\": {}");
    let update = (update.0, update.1.replace("|The name.|", &format!("|The name.|\n{row}")));
    assert_told(
        &[update, fan, (path, rows)],
        ("[fan](../resources/fan.md)", "[fan](../resources/lamp.md)"),
        &[
            "beta/api/lamp-update.md:24:8 link-mismatch: the text says `fan`, the link leads to `lamp`; beta/resources/lamp.md:1:3 the link leads here",
        ],
    );
}

#[test]
fn a_link_of_the_methods_leads_to_another_operation_or_nowhere() {
    let methods = "## Methods\n\n|Method|Return type|Description|\n|:---|:---|:---|\n\
                   |[Get lamp](../api/lamp-get.md)|lamp|Read it.|\n|[Update lamp](../api/lamp-update.md)|lamp|Change it.|\n\n## Prop";
    let [update, fan, (path, text)] = right_update();
    let get = ("beta/api/lamp-get.md", operation("GET", "/lamps/{id}", &scopes("Lamp.Read", "No", "No")));
    let pages = [get, update, fan, (path, text.replace("## Prop", methods))];
    assert_told(
        &pages,
        ("[Get lamp](../api/lamp-get.md)", "[Get lamp](../api/lamp-update.md)"),
        &[
            "beta/resources/lamp.md:7:3 link-mismatch: `Get lamp` leads to a page that says how to update; beta/api/lamp-update.md:1:1 the link leads here",
        ],
    );
    assert_told(
        &pages,
        ("[Get lamp](../api/lamp-get.md)", "[Get lamp](../api/lamp-show.md)"),
        &["beta/resources/lamp.md:7:3 dead-link: there is no page `../api/lamp-show.md`"],
    );
}

#[test]
fn the_text_of_an_update_is_about_another_type() {
    let pages = right_update();
    assert_told(
        &pages,
        ("of a [lamp](../resources/lamp.md)", "of a [fan](../resources/fan.md)"),
        &[
            "beta/api/lamp-update.md:3:29 other-type: the text is about `fan`, and the page updates `lamp`; beta/resources/lamp.md:1:3 this is `lamp`",
        ],
    );
    assert_told(
        &pages,
        ("an updated [lamp](../resources/lamp.md)", "an updated [fan](../resources/fan.md)"),
        &[
            "beta/api/lamp-update.md:27:26 other-type: the text promises `fan`, and the page updates `lamp`; beta/resources/lamp.md:1:3 this is `lamp`",
        ],
    );
    assert_told(
        &pages,
        ("\"@odata.type\": \"microsoft.graph.lamp\"", "\"@odata.type\": \"microsoft.graph.fan\""),
        &[
            "beta/api/lamp-update.md:37:24 answer-type: the comment says that this is `fan`, and the page updates `lamp`; beta/resources/lamp.md:1:3 this is `lamp`",
        ],
    );
}

#[test]
fn the_example_is_of_another_method_than_the_request_line() {
    assert_told(
        &right_update(),
        ("PATCH https", "PUT https"),
        &[
            "beta/api/lamp-update.md:32:1 other-method: the example sends PUT, and the request line says PATCH; beta/api/lamp-update.md:16:1 PATCH here",
        ],
    );
}

#[test]
fn a_version_describes_a_property_with_the_text_of_another_one() {
    let rows = "|name|String|What the lamp is called by everybody.|\n|room|String|The room in which the lamp stands.|";
    let text = page("lamp resource type", rows, "  \"name\": \"String\",\n  \"room\": \"String\"");
    let pages = [("beta/resources/lamp.md", text.replace("|room|", "| room|")), ("v1.0/resources/lamp.md", text)];
    let copied = "What the lamp is called by everybody.";
    assert_told(
        &pages,
        ("|room|String|The room in which the lamp stands.", &format!("|room|String|{copied}")),
        &[
            "v1.0/resources/lamp.md:8:2 exchanged-text: `room` is described here with the text that `name` has in beta; beta/resources/lamp.md:8:3 `room` of beta",
        ],
    );
    assert_told(
        &pages,
        ("| room|String|The room in which the lamp stands.", &format!("| room|String|{copied}")),
        &[
            "v1.0/resources/lamp.md:8:2 exchanged-text: beta describes `room` with the text that `name` has here; beta/resources/lamp.md:8:3 `room` of beta",
        ],
    );
}

#[test]
fn the_json_shows_one_object_where_the_row_says_many() {
    let rows = "|name|String|The name.|\n|shades|[lamp](lamp.md) collection|The shades.|";
    let shown = "  \"name\": \"String\",\n  \"shades\": [{\"name\": \"String\"}]";
    let pages = [("beta/resources/lamp.md", page("lamp resource type", rows, shown))];
    assert_told(
        &pages,
        ("[{\"name\": \"String\"}]", "{\"name\": \"String\"}"),
        &[
            "beta/resources/lamp.md:8:9 representation-type: the row says lamp collection, and the JSON representation shows a single object; beta/resources/lamp.md:15:13 shown here",
        ],
    );
}

#[test]
fn the_members_that_a_section_lists_are_those_of_a_string() {
    let values = list("name values", "|Red light|It is red.|\n|Blue light|It is blue.|");
    assert_told(&[("beta/resources/lamp.md", lamp() + "\nThe end.\n")], ("The end.", &values), &[]);
}
