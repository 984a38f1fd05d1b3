//! The pairs.

use super::Edit::{Drop, New, Swap};
use super::Pair;

/// The page of a type.
macro_rules! resource {
    ($name:literal, $namespace:literal, $text:literal, $rows:literal) => {
        concat!(
            "---\nms.prod: \"core\"\n---\n# ",
            $name,
            " resource type\n\nNamespace: ",
            $namespace,
            "\n\n",
            $text,
            "\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n",
            $rows,
            "\n"
        )
    };
}

const LAMP: &str = "resources/lamp.md";
const SHADE: &str = "resources/shade.md";
const FOLDING: &str = "resources/foldingshade.md";
const STAND: &str = "resources/stand.md";
const ROOM: &str = "resources/room.md";
const ENUMS: &str = "resources/enums.md";
const UPDATE: &str = "api/lamp-update.md";
const UPDATE_ROOM: &str = "api/room-update.md";

const FLOOR: &str = resource!("floor", "microsoft.graph", "What a room is on.", "|number|Int32|Which one.|");
const TALL: &str =
    resource!("tallStand", "microsoft.graph", "Inherits from [stand](stand.md).", "|steps|Int32|How many.|");
const WIDE: &str =
    resource!("wideShade", "microsoft.graph", "Inherits from [shade](shade.md).", "|depth|Int32|How deep.|");
const MAC: &str = resource!("macOSLamp", "microsoft.graph", "A lamp in a computer.", "|pixels|Int32|How many.|");
const BRIGHT: &str = resource!("shade", "microsoft.graph.bright", "A bright shade.", "|lux|Int32|How bright.|");
const BRIGHT_TOO: &str = resource!("brightShade", "microsoft.graph", "Another one.", "|tint|String|Its colour.|");
const STAND_TOO: &str = resource!(
    "stand",
    "microsoft.graph",
    "What is below a lamp.",
    "|height|Int32|How high it is.|\n|form|String|What it looks like.|"
);
const UPDATE_ON_FLOOR: &str = concat!(
    "---\nms.prod: \"core\"\n---\n# Update lamp of a floor\n\nChange a [lamp](../resources/lamp.md).\n\n",
    "## HTTP request\n```http\nPATCH /floors/{floorId}/lamps/{lampId}\n```\n\n## Request body\n",
    "|Property|Type|Description|\n|:---|:---|:---|\n|watts|Int32|How bright it is.|\n\n## Response\n",
    "If successful, this method returns a `204 No Content` response code.\n"
);
const UPDATE_ROOM_TOO: &str = concat!(
    "---\nms.prod: \"core\"\n---\n# Update room\n\nChange a [room](../resources/room.md).\n\n## HTTP request\n",
    "```http\nPATCH /rooms/{roomId}\n```\n\n## Request body\n|Property|Type|Description|\n|:---|:---|:---|\n",
    "|name|String|What it is called.|\n|use|roomUse|What it is for.|\n\n## Response\n",
    "If successful, this method returns a `204 No Content` response code.\n"
);
const HUE: &str =
    "### lampHue values\n|Member|Value|Description|\n|:---|:---|:---|\n|red|0|Red.|\n|blue|1|Blue.|\n\n### roomUse";
const USE: &str = "### roomUse values\n|Member|Value|Description|\n|:---|:---|:---|\n|sleeping|0|One sleeps there.|\n\
    |working|1|One works there.|\n";

macro_rules! pair {
    ($name:ident, $($new:expr),+) => {
        pair!($name from []: $($new),+)
    };
    ($name:ident from [$($old:expr),*]: $($new:expr),+) => {
        Pair { name: stringify!($name), old: &[$($old),*], new: &[$($new),+] }
    };
}

/// All pairs.
pub const PAIRS: &[Pair] = &[
    // Properties.
    pair!(a_property_is_added, Swap(LAMP, "|lit|", "|hue|Int32|Its colour.|\n|lit|")),
    pair!(a_property_is_removed, Swap(LAMP, "|macOSName|String|What a computer calls it.|\n", "")),
    pair!(a_property_has_another_type, Swap(LAMP, "|watts|Int32|", "|watts|Int64|")),
    pair!(a_property_is_called_json_or_stream, Swap(LAMP, "|picture|Stream|", "|picture|Json|")),
    pair!(a_property_is_one_of_many, Swap(LAMP, "|macOSName|String|", "|macOSName|String collection|")),
    pair!(
        a_property_is_read_only,
        Swap(LAMP, "|finish|String|Its surface.", "|finish|String|Its surface. Read-only."),
        Swap(UPDATE, "|finish|String|Its surface.|", "|finish|String|Its surface. Read-only.|")
    ),
    pair!(
        a_property_is_settable from [Swap(UPDATE, "How bright it is.", "How bright it is. Read-only.")]:
        Swap(UPDATE, "How bright it is. Read-only.", "How bright it is.")
    ),
    pair!(
        a_property_that_no_update_sends_is_read_only,
        Swap(LAMP, "What a computer calls it.", "Its name. Read-only.")
    ),
    pair!(a_property_has_another_text, Swap(LAMP, "When it was lit.", "When it began to shine.")),
    pair!(a_property_lists_other_values, Swap(LAMP, "`matt`", "`dull`")),
    pair!(a_property_is_spelled_otherwise, Swap(LAMP, "|macOSName|", "|macOsName|")),
    pair!(a_property_takes_the_name_of_another, Swap(LAMP, "|lit|", "|macOsName|Int32|Its number.|\n|lit|")),
    pair!(a_property_is_deprecated, Swap(LAMP, "What a computer calls it.", "What a computer calls it. (deprecated)")),
    pair!(
        a_property_moves_up_to_the_base,
        Swap(FOLDING, "|folds|Int32|How often it folds.|\n", ""),
        Swap(SHADE, "|width|", "|folds|Int32|How often it folds.|\n|width|")
    ),
    pair!(a_property_of_a_base_is_removed, Swap(SHADE, "|width|Int32|How wide it is.|\n", "")),
    // Types.
    pair!(a_type_is_added, New("resources/floor.md", FLOOR)),
    pair!(a_type_is_removed from [New("resources/floor.md", FLOOR)]: Drop("resources/floor.md")),
    pair!(a_type_is_an_entity from [New("resources/floor.md", FLOOR)]:
        Swap("resources/floor.md", "|number|Int32|Which one.|", "|number|Int32|Which one. Key of the entity.|"),
        Swap("resources/floor.md", "What a room is on.\n", "What a room is on.\n\n<!-- { \"blockType\": \"resource\", \"keyProperty\": \"number\", \"@odata.type\": \"microsoft.graph.floor\" } -->\n```json\n{ \"number\": 1 }\n```\n")
    ),
    pair!(
        a_type_is_an_enumeration from [New("resources/floor.md", FLOOR), Swap(ROOM, "|use|", "|on|[floor](floor.md)|What it is on.|\n|use|")]:
        Drop("resources/floor.md"),
        Swap(ENUMS, "### roomUse", "### floor values\n|Member|Value|\n|:---|:---|\n|first|1|\n|second|2|\n\n### roomUse")
    ),
    pair!(a_type_has_no_base_any_more, Swap(FOLDING, "Inherits from [shade](shade.md).\n\n", "")),
    pair!(a_type_derives_from_a_choice, New("resources/wideshade.md", WIDE)),
    pair!(a_base_becomes_a_choice, New("resources/tallstand.md", TALL)),
    pair!(a_base_is_no_choice_any_more, Drop(FOLDING)),
    pair!(a_type_is_open, Swap(STAND, "What is below a lamp.", "What is below a lamp. It is an open type.")),
    pair!(
        a_type_is_no_longer_open from [Swap(STAND, "What is below a lamp.", "What is below a lamp. It is an open type.")]:
        Swap(STAND, " It is an open type.", "")
    ),
    pair!(a_type_moves_to_another_area, Swap(STAND, "\"core\"", "\"metal\"")),
    pair!(a_type_has_another_text, Swap(STAND, "What is below a lamp.", "What a lamp stands on.")),
    pair!(
        a_type_is_spelled_otherwise from [New("resources/macoslamp.md", MAC)]:
        Swap("resources/macoslamp.md", "macOSLamp", "macOsLamp")
    ),
    pair!(
        a_type_takes_the_name_of_another from [New("resources/bright-shade.md", BRIGHT)]:
        New("resources/brightshade.md", BRIGHT_TOO)
    ),
    pair!(a_type_is_described_on_another_page, Drop(STAND), New("resources/lampstand.md", STAND_TOO)),
    // Enumerations.
    pair!(
        an_enumeration_is_added,
        Swap(LAMP, "|lit|", "|hue|lampHue|Its colour.|\n|lit|"),
        Swap(ENUMS, "### roomUse", HUE)
    ),
    pair!(
        an_enumeration_is_removed,
        Swap(ROOM, "|use|roomUse|", "|use|String|"),
        Swap(UPDATE_ROOM, "|use|roomUse|", "|use|String|"),
        Swap(ENUMS, USE, "")
    ),
    pair!(enumerations_move_to_another_area, Swap(ENUMS, "\"core\"", "\"metal\"")),
    pair!(a_member_is_added, Swap(ENUMS, "|Strobe|", "|dim|3|It glows.|\n|Strobe|")),
    pair!(a_member_is_removed, Swap(ENUMS, "|blinking|1|It blinks.|\n", "")),
    pair!(a_member_is_spelled_otherwise, Swap(ENUMS, "|Strobe|", "|strobe|")),
    pair!(a_member_has_another_number, Swap(ENUMS, "|Strobe|2|", "|Strobe|5|")),
    pair!(a_member_has_another_text, Swap(ENUMS, "It flickers.", "It flickers fast.")),
    pair!(
        an_enumeration_takes_one_member,
        Swap(ENUMS, "|bulb|2|", "|bulb|5|"),
        Swap(ENUMS, "|switch|4|", "|switch|7|")
    ),
    // Operations.
    pair!(an_update_is_added, New("api/floor-update.md", UPDATE_ON_FLOOR)),
    pair!(an_update_is_removed, Drop(UPDATE_ROOM)),
    pair!(
        a_request_line_is_added,
        Swap(UPDATE_ROOM, "PATCH /rooms/{roomId}", "PATCH /rooms/{roomId}\nPATCH /floors/{floorId}/rooms/{roomId}")
    ),
    pair!(a_request_line_is_removed, Swap(UPDATE, "PATCH /rooms/{roomId}/lamps/{lampId}\n", "")),
    pair!(a_request_line_leads_elsewhere, Swap(UPDATE_ROOM, "PATCH /rooms/{roomId}", "PATCH /chambers/{roomId}")),
    pair!(
        a_request_line_has_one_more_parameter,
        Swap(UPDATE_ROOM, "PATCH /rooms/{roomId}", "PATCH /floors/{floorId}/rooms/{roomId}")
    ),
    pair!(a_parameter_is_called_otherwise, Swap(UPDATE_ROOM, "{roomId}", "{chamberId}")),
    pair!(
        parameters_change_places,
        Swap(UPDATE, "PATCH /rooms/{roomId}/lamps/{lampId}", "PATCH /rooms/{lampId}/lamps/{roomId}")
    ),
    pair!(
        request_lines_change_places,
        Swap(
            UPDATE,
            "PATCH /lamps/{lampId}\nPATCH /rooms/{roomId}/lamps/{lampId}",
            "PATCH /rooms/{roomId}/lamps/{lampId}\nPATCH /lamps/{lampId}"
        )
    ),
    pair!(
        another_line_takes_the_name,
        Swap(UPDATE_ROOM, "PATCH /rooms/{roomId}", "PATCH /chambers/{roomId}\nPATCH /rooms/{roomId}")
    ),
    pair!(
        an_update_sends_another_type from [New("resources/floor.md", FLOOR)]:
        Swap(UPDATE_ROOM, "[room](../resources/room.md)", "[floor](../resources/floor.md)"),
        Swap(UPDATE_ROOM, "|name|String|What it is called.|\n|use|roomUse|What it is for.|", "|number|Int32|Which one.|"),
        Drop(ROOM)
    ),
    pair!(an_update_lists_less, Swap(UPDATE, "|names|String collection|What it is called.|\n", "")),
    pair!(an_update_lists_no_stand, Swap(UPDATE, "|stand|[stand](../resources/stand.md)|What is below it.|\n", "")),
    pair!(
        an_update_takes_another_patch from [New("api/floor-update.md", UPDATE_ON_FLOOR)]:
        Swap("api/floor-update.md", "|watts|Int32|How bright it is.|", "|watts|Int32|Its light.|\n|mode|lampMode|How it shines.|\n\
            |parts|lampParts|What it has.|\n|finish|String|Its surface.|\n|names|String collection|What it is called.|\n\
            |shade|[shade](../resources/shade.md)|What is around it.|\n|stand|[stand](../resources/stand.md)|What is below it.|")
    ),
    pair!(an_update_is_described_on_another_page, Drop(UPDATE_ROOM), New("api/room_update.md", UPDATE_ROOM_TOO)),
    pair!(
        an_update_is_deprecated,
        Swap(
            UPDATE_ROOM,
            "Change a [room]",
            "> [!CAUTION]\n> This API is deprecated and will stop returning data on June 30, 2027.\n\nChange a [room]"
        )
    ),
    pair!(
        an_update_is_in_other_clouds,
        Swap(
            UPDATE_ROOM,
            "## HTTP request",
            "|Global service|US Government L4|US Government L5 (DOD)|China operated by 21Vianet|\n|:---|:---|:---|:---|\n|✅|✅|❌|❌|\n\n## HTTP request"
        )
    ),
    pair!(other_permissions, Swap(UPDATE, "|Lamps.ReadWrite|", "|Lamps.ReadWrite, Rooms.ReadWrite|")),
    pair!(a_header_is_required, Swap(UPDATE, "The last ETag. Optional.", "The last ETag. Required.")),
    pair!(a_header_is_removed, Swap(UPDATE, "|Prefer|`return=representation`. Optional.|\n", "")),
    pair!(
        a_header_is_added,
        Swap(
            UPDATE_ROOM,
            "## Request body",
            "## Request headers\n|Name|Description|\n|:---|:---|\n|If-Match|The ETag. Optional.|\n\n## Request body"
        )
    ),
    pair!(
        another_answer,
        Swap(
            UPDATE,
            "a `200 OK` response code and the changed [lamp](../resources/lamp.md) object in the response body",
            "a `204 No Content` response code"
        )
    ),
    pair!(an_update_has_another_text, Swap(UPDATE_ROOM, "Change a [room]", "Change the name of a [room]")),
    // Nothing at all.
    pair!(only_the_lines_move, Swap(LAMP, "## Properties", "\n\n## Properties")),
];
