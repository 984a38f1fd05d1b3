//! The kinds of things that are said of the docs, each with a stable name, a severity and an explanation.

use std::fmt;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is lost or false in the generated crates.
    Error,
    /// A guess was made, or the docs contradict themselves; the crates are as good as the guess.
    Warning,
    /// Odd, and coped with.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

macro_rules! codes {
    ($($variant:ident, $name:literal, $severity:ident, $about:literal, $example:literal;)*) => {
        /// A kind of diagnostic. Its name never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $about] $variant,)*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable name: `unknown-type`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),* }
            }

            /// What it means and what to do.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$variant => $about),* }
            }

            /// A piece of a page that causes it.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self { $(Self::$variant => $example),* }
            }
        }
    };
}

codes! {
    NotUtf8, "not-utf8", Error,
        "The file holds bytes that are not UTF-8; they are replaced. Save the page as UTF-8.", "";
    NotMarkdown, "not-markdown", Note,
        "The file's name does not end in `.md`; it is not read.", "translationlanguageoverride.md.txt";
    StrayMark, "stray-mark", Warning,
        "A byte order mark stands inside of the page, where nobody sees it; it is part of the word at its side. Remove it.", "";
    ConflictMarks, "conflict-marks", Warning,
        "The page holds the marks that git leaves where two versions were not merged; the lines of both are read.",
        "<<<<<<< HEAD\n|id|String|Key.|\n=======";
    RescuedTable, "rescued-table", Note,
        "Markdown sees no table here, or another one, though the published site does; the lines are read as a table.",
        "|Member|Value|Description|\n|:---|:---|";
    ContinuedTable, "continued-table", Note,
        "A comment or a blank line ends the table for markdown; the rows below are read as part of it.",
        "|id|String|Key.|\n\n|name|String|Name.|";
    ContinuedRow, "continued-row", Note,
        "A row goes on in the next line, which markdown takes for a row of its own; the lines are joined.",
        "|threats|String|One of (first,\nsecond).|";
    SurplusCells, "surplus-cells", Note,
        "A row has more cells than the header, mostly for a bar that is not escaped; the surplus is joined into the last.",
        "|filter|String|One of a|b.|";
    ShortRow, "short-row", Note,
        "A row has fewer cells than the header; the missing ones are taken as empty.", "|id|String|";
    UnclosedComment, "unclosed-comment", Warning,
        "A comment holds another one's beginning, so that text between them is not shown, and not read.",
        "<!-- { <!-- } -->";
    UnclosedFence, "unclosed-fence", Warning,
        "A code block is not closed; it is taken to end before the next heading, or before the next code block.", "```http\nPATCH /me\n\n## Response";
    MissingDelimiter, "missing-delimiter", Error,
        "Lines look like a table, and are none, since the line `|---|---|` is missing below the first: their rows are lost.",
        "|Property|Type|Description|\n|id|String|Key.|";
    MisspelledHeading, "misspelled-heading", Error,
        "A heading is a slip of the pen away from one that says what stands below it, or lacks the blank behind its marks; what stands there is read as something else, or not at all.",
        "## Requst body";
    TitleDiffers, "title-differs", Note,
        "The heading of the page and the title in its front matter differ by a slip of the pen, or in one name.",
        "title: \"Update user\"  and  # Udpate user";
    HeadingLevel, "heading-level", Note,
        "A heading by which pages are read stands at another level than the others of its page; readers see it inside of the section above, or as a second title.",
        "## HTTP request  and  # Request body";
    HiddenRows, "hidden-rows", Note,
        "A table stands in a comment or in a code tab of another language than HTTP: it is not read.", "<!--\n|id|String|Key.|\n-->";
    NameDiffers, "name-differs", Warning,
        "The title of a page and its annotation name different types; that of the annotation is taken.",
        "# vendors resource type  and  \"@odata.type\": \"microsoft.graph.customer\"";
    NamespaceDiffers, "namespace-differs", Warning,
        "Two places put one type into different namespaces: the annotation of its page and the line above, or a type cell and the page of the type.",
        "Namespace: microsoft.graph  and  \"@odata.type\": \"microsoft.graph.callRecords.endpoint\"";
    KindDiffers, "kind-differs", Warning,
        "The text calls a type a complex type, and the annotation gives it a key or the base of entities; or the other way round.",
        "# userSet complex type  and  \"baseType\": \"microsoft.graph.entity\"";
    UnnamedRow, "unnamed-row", Warning,
        "A row has no name in its first cell; it is dropped.", "||String|What is it?|";
    OddName, "odd-name", Warning,
        "A row's name is no identifier; the row is dropped. A fixup of action `rename` repairs it.",
        "|any other name|String|Text.|";
    UnreadableType, "unreadable-type", Warning,
        "A type cell is empty or says nothing that is a type; the property can hold any JSON.", "|name||Name.|";
    UnreadTable, "unread-table", Note,
        "A table, most of whose rows are named as properties, members or types are, is of no kind that is known; its rows are not used.",
        "|Role|Details|\n|:--|:--|\n|read|Can read.|";
    EmptyTable, "empty-table", Note,
        "The table of a request body has no rows.", "|Property|Type|Description|\n|:---|:---|:---|";
    UnknownType, "unknown-type", Error,
        "A type is documented on no page; the property can hold any JSON. A fixup of action `retype` repairs it.",
        "|settings|settingsThatNoPageHas|Settings.|";
    MisspelledType, "misspelled-type", Warning,
        "The table of a request body names a type that no page describes; the type that the resource page gives the property is taken.",
        "resource: |size|Int32|  update: |size|Int23|";
    LinkMismatch, "link-mismatch", Note,
        "A link's text and the page it leads to name different types, or different operations; the text is taken where it names a known type.",
        "[recipient](emailaddress.md)";
    BracketedType, "bracketed-type", Note,
        "A type cell has a name in brackets that are not those of a link.", "|appScopes|[appScope] collection|The scopes.|";
    TypeCase, "type-case", Note,
        "A type cell spells a type with other capitals than the type's own page.", "|lamp|[Lamp](lamp.md)|The lamp.|";
    PrimitiveRelationship, "primitive-relationship", Note,
        "A row of the table of relationships has a primitive type; relationships lead to entities.",
        "|Relationship|Type|Description|\n|:---|:---|:---|\n|name|String|The name.|";
    AlternativeTypes, "alternative-types", Warning,
        "A type cell offers several types; the property can hold any JSON.", "|value|String or Int32|Value.|";
    CollectionGuess, "collection-guess", Warning,
        "The type cell disagrees with the JSON representation, or with a name in the plural, on whether this is a collection; the message says what is taken.",
        "|tags|String|Tags.|  and  \"tags\": [\"String\"]";
    DuplicateRow, "duplicate-row", Warning,
        "A name stands twice in a type, or in a request body; the first row is taken.", "|id|String|Key.|\n|id|String|Key.|";
    CaseCollision, "case-collision", Warning,
        "Two names differ only in case; both are taken, though one is probably a slip.", "|upn|...|\n|UPN|...|";
    RareWord, "rare-word", Note,
        "A word in a name stands on no other page, and is a slip of the pen away from one that several pages have. Some services do spell a name so; then nothing is to be mended.",
        "|dispalyName|String|The name.|";
    TypeDiffers, "type-differs", Note,
        "Two pages give one property different types; that of the resource page is taken.",
        "resource: |tags|String collection|  update: |tags|String|";
    ExchangedText, "exchanged-text", Note,
        "A page describes a property with the text that another one has for another property: the page of an update and that of the type, or those of a version and its preview; the rows may be mixed up.",
        "resource: |failedCount|Int32|Number of failed users|  update: |errorCount|Int32|Number of failed users|";
    RowNotInResource, "row-not-in-resource", Warning,
        "The table of a request body has a property that the resource page lacks; it can be sent, and is not read back.",
        "|jobTitel|String|Job title.|";
    NestedRow, "nested-row", Note,
        "A row of the request body describes what stands inside another row's value; it gives no setter.",
        "|emailAddresses|emailAddress collection|...|\n|address|String|For each of **emailAddresses**, the address.|";
    AccessDiffers, "access-differs", Note,
        "The page of the type calls a property read-only, and the page of an update lists it without a word of that; it can be set.",
        "resource: |roles|String collection|Read-only.|  update: |roles|String collection|The roles.|";
    SentUnlisted, "sent-unlisted", Warning,
        "The example sends a property that the table of the request body does not list; it can be set.", "\"roles\": []";
    SentReadOnly, "sent-read-only", Note,
        "The example sends a property that its own row, or the page of the type, calls read-only; it cannot be set.",
        "|index|Int32|Read-only.|  and  \"index\": 4";
    ServerSet, "server-set", Note,
        "Many pages list this name in the request body, and at most one of fifty examples sends it: it is taken to be set by the service, and has no setter. `server-set = \"never\"` in the configuration turns that off; a fixup of action `set-read-only` decides a single row.",
        "|createdDateTime|DateTimeOffset|When it was created.|";
    UndocumentedBase, "undocumented-base", Warning,
        "The page says that its type derives from one that no page describes; the base is left out.",
        "Inherits from [thing](thing.md)";
    CyclicBase, "cyclic-base", Error,
        "A type derives from itself; the base is left out.", "a: Inherits from b. b: Inherits from a.";
    DeepBase, "deep-base", Error,
        "A type has more than 100 bases, one behind the other; it is taken to have none.", "a chain of 101 pages";
    MembersDiffer, "members-differ", Warning,
        "Two places list an enumeration with some other members each; all of them are taken.",
        "### status values  (on two pages, and one lacks `failed`)";
    MemberNumbers, "member-numbers", Note,
        "The numbers of the members of an enumeration rise, but for two neighbours: they may be mixed up.",
        "|none|0|None.|\n|low|2|High.|\n|high|1|Low.|\n|other|3|Other.|";
    QualifiedMember, "qualified-member", Warning,
        "A member of an enumeration is written as the qualified name of a type.", "|microsoft.graph.event|An event.|";
    OddMembers, "odd-members", Note,
        "A table is read as the members of an enumeration, which no row refers to, and most of them are no names.",
        "### Methods values\n|Member|\n|:---|\n|App Verification code|";
    UnusedList, "unused-list", Warning,
        "No row refers to an enumeration, and one of the same page refers to a name that nothing describes: one of the two may be misspelled.",
        "|result|operationResult|The result.|  and  ### activityResult values";
    DisjointEnums, "disjoint-enums", Warning,
        "Two pages list different members for one enumeration; the first in the order of their paths is taken.",
        "### status values  (on two pages)";
    UnlistedValue, "unlisted-value", Warning,
        "A row lists a value that the table of its enumeration lacks: one of the two is misspelled or incomplete. The members of the table are taken.",
        "|state|connectorState|Possible values are: `connected`, `disconnected`.|  and  |disconncted|The connection is lost.|";
    ListedElsewhere, "listed-elsewhere", Warning,
        "A row names a type that is no enumeration, and lists just the members of an enumeration of another name. The named type is taken.",
        "|status|statusBase|Possible values are: `success`, `failure`.|  and  ### provisioningResult values";
    GuessedEnum, "guessed-enum", Note,
        "A String lists the members of exactly one documented enumeration, whose name fits; it is taken as that.",
        "|state|String|Possible values are: `on`, `off`.|";
    GuessedBody, "guessed-body", Note,
        "The type of the body is not found by the page's name; it is taken from a link or the example.",
        "event-patch-it.md";
    ImpliedType, "implied-type", Warning,
        "No page describes the type of the body; a type is made of what this page sends.",
        "adminreportsettings-update.md without a page adminreportsettings.md";
    NoBodyType, "no-body-type", Error,
        "The type of the body is not found; the update is left out.", "thing-update.md without a page thing.md";
    UnreadFile, "unread-file", Warning,
        "Something in the docs folder is no regular file, leads out of the folder, or cannot be read; the run goes on without it.",
        "resources/loop -> ..";
    TooLarge, "too-large", Error,
        "Something of a page is beyond what is read of it: its bytes, with all that it includes; the rows of its tables; the columns of a table; the members of an enumeration; how deep quotes and lists stand in each other; code blocks that are not closed. The message says the limit, and what is lost. Split the page, or the table.", "a table of 101 columns";
    CircularInclude, "circular-include", Warning,
        "A file includes itself, by way of others perhaps; the include is not followed.", "[!INCLUDE [a](a.md)]  in a.md";
    OutsideInclude, "outside-include", Warning,
        "An include leads out of the docs folder; it is not followed.", "[!INCLUDE [x](../../../x.md)]";
    AbsentInclude, "absent-include", Note,
        "An included file is not there. Said once for each folder of such files; where something was to be read from one, `missing-include` says so too.",
        "[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]";
    MissingInclude, "missing-include", Warning,
        "A part that matters, such as the permissions, stands in an included file that is not there; it is not read.",
        "[!INCLUDE [permissions-table](../includes/permissions/user-update.md)]";
    NoRequestLine, "no-request-line", Error,
        "The page has no request line that can be read; the update is left out.",
        "** Entity URI for thing not found";
    OtherMethod, "other-method", Warning,
        "The request line of an update page and its example have different methods, one of them PATCH; the line is taken, and where it says another one, the page describes no update.",
        "POST /things/{id}  and  PATCH https://graph.microsoft.com/beta/things/1";
    MisspelledMethod, "misspelled-method", Error,
        "A request line begins with a word that is nearly a method, and none; it is not read.",
        "PACTH /things/{id}";
    EmptyPermission, "empty-permission", Warning,
        "A row of the permissions names a kind of permission, and says of it neither a scope nor that there is none.",
        "|Delegated (work or school account)||";
    MissingPermission, "missing-permission", Note,
        "The table of permissions has rows for some kinds of permission, and none for another one.",
        "|Delegated (work or school account)|Things.ReadWrite|\n|Application|Not supported.|";
    ReadingScope, "reading-scope", Warning,
        "A page of an update lists a scope that only reads beside the same one that writes, or scopes that all only read for one kind of permission.",
        "|Application|Things.Read.All, Things.ReadWrite.All|";
    NoPermission, "no-permission", Warning,
        "Every row of the permissions of an update says that there is no such permission: nobody could call it.",
        "|Delegated (work or school account)|Not supported.|\n|Application|Not supported.|";
    PermissionDiffers, "permission-differs", Warning,
        "The page of an update names scopes for a kind of permission that the page which gets the same says there is none of; or it says so of a kind that may delete the same.",
        "user-update: |Application|User.ReadWrite.All|  user-get: |Application|Not supported.|";
    ForeignScope, "foreign-scope", Warning,
        "A scope that is to allow an update is of something else than all those that allow to get the same; it may be one of another page.",
        "user-update: |Application|Group.ReadWrite.All|  user-get: |Application|User.Read.All|";
    OddPath, "odd-path", Warning,
        "A request line has no path that can be called; the line is left out.", "PATCH .../items/{id}";
    NotJson, "not-json", Note,
        "The update sends something other than properties in JSON, such as a file or a reference; it is left out.",
        "PATCH /me/photo/$value";
    LiteralInPath, "literal-in-path", Note,
        "A request line has an identifier where others have a placeholder; it is taken as a parameter.",
        "PATCH /users/87d349ed-44d7-43e1-9a83-5f2406dee5bd";
    UnreadableJson, "unreadable-json", Note,
        "An example or a JSON representation cannot be read as JSON, even leniently.", "{ \"a\": }";
    MissingComma, "missing-comma", Note,
        "A comma is missing in an example or a JSON representation; it is read as if it were there.",
        "\"a\": 1\n\"b\": 2";
    UnknownProperty, "unknown-property", Note,
        "An example or a JSON representation has a property that no table has.", "\"displayNmae\": \"x\"";
    UnshownRow, "unshown-row", Note,
        "The JSON representation lacks a property of the table, and has one of nearly the same name that no row has.",
        "|schols|school collection|The schools.|  and  \"schools\": []";
    UnshownRelationship, "unshown-relationship", Note,
        "A relationship stands in its table alone: neither the JSON representation, which has others, nor the name or path of an operation knows it.",
        "|listItem|listItem|The item.|  and  { \"children\": [] }";
    RepresentationType, "representation-type", Warning,
        "The JSON representation shows a value of another type than the row of the table says, or calls itself another type than that of the page; the table is taken, and the page.",
        "|size|String|The size in bytes.|  and  \"size\": 1024";
    JsonKind, "json-kind", Note,
        "An example's value is of another kind than the documented type.", "\"count\": \"four\" for an Int32";
    MalformedDate, "malformed-date", Note,
        "An example's value is not of its type's form, or is a day that the calendar lacks.", "\"2017-01-01T00: 00:00Z\"";
    RequestMismatch, "request-mismatch", Note,
        "The example's request fits none of the documented request lines.", "PATCH /groups/{id} on the page of /users/{id}";
    StatusMismatch, "status-mismatch", Note,
        "The example answers with a status that the text does not promise.", "HTTP/1.1 200 OK where 204 is promised";
    AnswerType, "answer-type", Warning,
        "The answer of an example, or the comment above it, names another type than the one that the page updates.",
        "\"@odata.type\": \"#microsoft.graph.group\" on the page of user";
    OtherType, "other-type", Warning,
        "The text of an update page names another type than the one that the page updates.",
        "user-update.md: Update the properties of a [group](../resources/group.md) object.";
    NoStatusLine, "no-status-line", Note,
        "The response of an example does not begin with a status line; it is not read.",
        "### Response\n```http\n{ \"id\": \"1\" }";
    DeadLink, "dead-link", Note,
        "A link to a type, in a type cell or in the text of an update page, or one of a table of methods, leads to a page that is not there; or a link has no target at all.", "[user](usr.md)";
    UnlinkedUpdate, "unlinked-update", Note,
        "The page of a type has a table of methods, and neither that nor any other page of a type links this update.",
        "user: |[Get user](../api/user-get.md)|user|Read it.|  and  api/user-update.md";
    OtherVersion, "other-version", Note,
        "An example goes to another version of the API than the one whose page this is.",
        "beta/api/user-update.md: PATCH https://graph.microsoft.com/v1.0/users/{id}";
    DocType, "doc-type", Note,
        "The front matter says that this page is of another kind than those of its folder.",
        "api/user-update.md: doc_type: resourcePageType";
    EmptyProduct, "empty-product", Note,
        "The front matter names no product, so that the area of what the page describes is taken from elsewhere.",
        "ms.prod: \"\"";
    RareScope, "rare-scope", Note,
        "A permission stands on one page only, and many pages have the same with one part more.",
        "Channel.ReadBasic  and elsewhere  Channel.ReadBasic.All";
    MissingInPreview, "missing-in-preview", Note,
        "A property that is documented for a version of the API is not for its preview, though the type is.",
        "v1.0: |jobTitle|String|The title.|  and no such row of `person` in beta";
    VersionType, "version-type", Note,
        "A property has one type in a version of the API, and another one in its preview; one of them may be wrong.",
        "v1.0: |bitrate|Int64|In kbps.|  beta: |bitrate|Int32|In kbps.|";
    VersionPermission, "version-permission", Note,
        "The page of an update names scopes for a kind of permission, and the page of its preview says that there is no such permission.",
        "v1.0: |Application|Policy.ReadWrite.All|  beta: |Application|Not supported.|";
    StaleFixup, "stale-fixup", Error,
        "A fixup changes nothing any more: the docs were mended, or the row is gone. Remove it or correct it.",
        "row = \"aRowThatIsGone\"";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
