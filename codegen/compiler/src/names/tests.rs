//! The obstacle course of names.

use super::*;
use crate::emit::sample;
use crate::span::Origin;

fn texts(idents: &[Ident]) -> Vec<String> {
    idents.iter().map(ToString::to_string).collect()
}

fn api(types: &[&str]) -> ir::Api {
    let ty = |name: &&str| (ir::TypeName::parse(name).unwrap(), complex());
    ir::Api { types: types.iter().map(ty).collect(), ..ir::Api::default() }
}

fn complex() -> ir::Type {
    ir::Type {
        kind: ir::Kind::Complex,
        base: None,
        open: false,
        is_abstract: false,
        deprecated: None,
        area: "core".into(),
        doc: String::new(),
        origin: Origin::default(),
        also: Vec::new(),
        properties: Vec::new(),
        repairs: Vec::new(),
    }
}

fn idents(types: &[&str]) -> Vec<String> {
    let names = Names::new(&api(types), "microsoft.graph", Threads::default());
    types.iter().map(|name| names.ty(&ir::TypeName::parse(name).unwrap()).to_string()).collect()
}

#[test]
fn types_stay_clear_of_the_prelude_and_of_each_other() {
    let wires = [
        "microsoft.graph.option",
        "microsoft.graph.string",
        "microsoft.graph.result",
        "microsoft.graph.self",
        "microsoft.graph.anyDevice",
        "microsoft.graph.anyone",
        "microsoft.graph.session",
        "microsoft.graph.callRecords.session",
        "microsoft.graph.contract",
        "microsoft.graph.Contract",
        "other.session",
        "microsoft.graph.macOSApp",
        "microsoft.graph.macOsApp",
    ];
    insta::assert_snapshot!(idents(&wires).join("\n"), @r"
    Option_
    String_
    Result_
    Self_
    AnyDevice_
    Anyone
    Session
    CallRecordsSession
    Contract
    Contract_
    OtherSession
    MacOsAppLtuu
    MacOsApp
    ");
}

#[test]
fn fields_are_distinct_and_no_keyword() {
    let wires = [
        "type",
        "self",
        "move",
        "Self",
        "queryString",
        "query_string",
        "extra",
        "4kVideo",
        "azureADDeviceId",
        "value",
        "riskEventTypes_v2",
        "v4_0_3",
        "@odata.context",
        "new",
        "gen",
        "_",
    ];
    insta::assert_snapshot!(texts(&fields(&wires)).join("\n"), @r"
    r#type
    self_
    r#move
    self_t
    query_string
    query_string_
    extra_
    value_4k_video
    azure_ad_device_id
    value
    risk_event_types_v2_
    v4_0_3
    odata_context_
    new
    r#gen
    u5f_
    ");
    assert_eq!(texts(&setters(&["new", "type", "default", "getIt"])), ["new_", "r#type", "default_", "get_it"]);
}

#[test]
fn a_new_name_renames_no_old_one() {
    let all = ["queryString", "query_string", "Type", "type", "Role", "role", "_summary", "summary", "v4_0", "v40"];
    let whole = texts(&fields(&all));
    for (at, wire) in all.iter().enumerate() {
        assert_eq!(texts(&fields(&[wire]))[0], whole[at], "{wire}");
    }
}

#[test]
fn members_that_are_no_identifiers() {
    let member = |name: &&str| ir::Member {
        name: (*name).to_owned(),
        deprecated: None,
        value: None,
        doc: String::new(),
        origin: Origin::default(),
    };
    let wires = [
        "JIS B4",
        "4K",
        "self",
        "none",
        "None",
        "*",
        "+",
        "undocumented",
        "v1_0",
        "v10",
        "remote_Control",
        "remoteControl",
    ];
    let it = ir::Enum {
        flags: false,
        area: "core".into(),
        doc: String::new(),
        origin: Origin::default(),
        members: wires.iter().map(member).collect(),
        repairs: Vec::new(),
    };
    let name = ir::TypeName::new("microsoft.graph", "paper");
    let api = ir::Api { enums: [(name.clone(), it)].into(), ..ir::Api::default() };
    insta::assert_snapshot!(texts(Names::new(&api, "microsoft.graph", Threads::default()).variants(&name)).join("\n"), @r"
    JisB4
    Value4k
    Self_
    None
    NoneT
    U2a
    U2b
    Undocumented_
    V1_0
    V10
    RemoteControlL5ft
    RemoteControl
    ");
}

#[test]
fn areas_and_files_hold_letters_digits_and_underscores_only() {
    let of = |name| (area(name).module, area(name).feature);
    assert_eq!(of("device-config"), ("device_config".into(), "device-config".into()));
    assert_eq!(of("default"), ("default_area".into(), "default-area".into()));
    assert_eq!(of(""), ("common".into(), "common".into()));
    assert_eq!(of("../../etc"), ("etc".into(), "etc".into()));
    assert_eq!((version("v1.0"), version("beta")), ("v1_0".into(), "beta".into()));
    let pages = ["beta/resources/user.md", "beta/api/User.md", "x/mod.md", "x/..md", "x/type.md"].into();
    let files = files(&pages);
    let lines: Vec<String> = files.iter().map(|(page, file)| format!("{page} -> {file}")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    beta/api/User.md -> user_api
    beta/resources/user.md -> user_resources
    x/..md -> u2e
    x/mod.md -> mod_
    x/type.md -> r#type
    "#);
}

fn functions(pages: &[(&str, &str, &str, &[&str])]) -> String {
    let mut api = api(&["microsoft.graph.user", "microsoft.graph.deviceManagement", "microsoft.graph.event"]);
    let update =
        |(page, area, ty, lines): &(&str, &str, &str, &[&str])| sample::operation(page, area, ty, lines, Vec::new());
    api.operations = pages.iter().map(update).collect();
    let names = Names::new(&api, "microsoft.graph", Threads::default());
    let lines = api.operations.iter().flat_map(|it| &names.operation(it).lines);
    let shown = lines.map(|it| format!("{}({})", it.function, texts(&it.parameters).join(", ")));
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn functions_are_named_after_the_type_then_after_what_differs() {
    let events: &[&str] = &[
        "/me/events/{id}",
        "/users/{user id}/events/{id}",
        "/me/calendars/{patch}/events/{self}",
        "/me/{type}/events/{id}",
        "/range(address='{address}')/microsoft.graph.cast/{id}",
    ];
    let shown = functions(&[
        ("user-update", "core", "user", &["/users/{id | userPrincipalName}", "/me"]),
        ("user-update-tokens", "core", "user", &["/users/{id}"]),
        ("people-update", "core", "user", &["/users/{id}"]),
        ("intune-core-devicemanagement-update", "core", "deviceManagement", &["/deviceManagement"]),
        ("intune_onboarding_devicemanagement_update", "onboarding", "deviceManagement", &["/deviceManagement"]),
        ("intune-x-devicemanagement-update", "core", "deviceManagement", &["/deviceManagement"]),
        ("event-update", "core", "event", events),
    ]);
    insta::assert_snapshot!(shown, @r"
    update_user(id_user_principal_name)
    update_user_at_me()
    update_user_for_tokens(id)
    update_user_on_people(id)
    update_device_management_in_intune_core()
    update_device_management_in_intune_onboarding()
    update_device_management_in_intune_x()
    update_event(id)
    update_event_at_users(user_id, id)
    update_event_at_me_calendars(patch_, self_)
    update_event_at_me(r#type, id)
    update_event_at_range_address(address, id)
    ");
}
