package se.ehealthsdk.hsa.schema;

import java.util.List;

/** The attributes of a field in order of preference, how they are written, and where that was said. */
record FieldMapping(List<String> attributes, AttributeSyntax syntax, Origin origin) {

    FieldMapping {
        attributes = List.copyOf(attributes);
    }

    static FieldMapping none(DirectoryField field) {
        return new FieldMapping(List.of(), field.usualSyntax(), new Origin("", 0));
    }
}
