package se.ehealthsdk.hsa.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/**
 * What the attributes and object classes of a directory are called, and how their values are written: data, that a
 * region changes where its own directory differs. Immutable.
 *
 * <pre>{@code
 * DirectorySchema ours = DirectorySchema.hsa().with(Path.of("our-dialect.schema"));
 *
 * DirectorySchema byHand = DirectorySchema.hsa()
 *         .withBase(DistinguishedName.of("o=Region Påhitt,c=SE"))
 *         .withAttribute(DirectoryField.EXTRA_INFORMATION, "ourPresentation")
 *         .withUnitValue("costCentre", "ourCostCentre", AttributeSyntax.CODE);
 * }</pre>
 *
 * <p>A change that cannot be right is a {@link ConfigurationException}, which names file and line, or the call.
 *
 * <p>Source: information specification and field tables of HSA 5.x; how sure each name is stands in the file {@code
 * hsa.schema} beside this class. Names are those of RFC 4512, section 1.4.
 */
public final class DirectorySchema {

    private final DistinguishedName base;
    private final int pictureBytes;
    private final Map<DirectoryClass, List<String>> classes;
    private final Map<DirectoryField, FieldMapping> fields;
    private final Map<String, String> licences;
    private final List<AdditionalValue> unitValues;
    private final List<AdditionalValue> personValues;

    DirectorySchema(SchemaDraft draft) {
        base = draft.base;
        pictureBytes = draft.pictureBytes;
        classes = Collections.unmodifiableMap(new EnumMap<>(draft.classes));
        fields = Collections.unmodifiableMap(new EnumMap<>(draft.fields));
        licences = Collections.unmodifiableMap(new LinkedHashMap<>(draft.licences));
        unitValues = List.copyOf(draft.unitValues.values());
        personValues = List.copyOf(draft.personValues.values());
    }

    /** The schema of HSA, 5.x. */
    public static DirectorySchema hsa() {
        return Shipped.HSA;
    }

    /**
     * The dialect of Västra Götalandsregionen's directory KIV: HSA's schema with the class of its people, and its own
     * attributes as additional values. What they hold is not published, so none of them is read as anything else.
     */
    public static DirectorySchema vgrKiv() {
        return Shipped.VGR_KIV;
    }

    /**
     * The dialect of Region Örebro län: HSA's schema with people told by another class, and its own attributes as
     * additional values. Its attributes that begin with {@code oll} are not published: add those that you need.
     */
    public static DirectorySchema orebro() {
        return Shipped.OREBRO;
    }

    /** Read when first asked for. */
    private static final class Shipped {
        static final DirectorySchema HSA =
                new SchemaDraft().apply(SchemaFile.shipped("hsa")).build();
        static final DirectorySchema VGR_KIV =
                HSA.changed(it -> it.apply(SchemaFile.shipped("vgr-kiv")));
        static final DirectorySchema OREBRO =
                HSA.changed(it -> it.apply(SchemaFile.shipped("orebro")));
    }

    /**
     * This schema with the changes that a file holds, of the form that {@code docs/directory-schema.md} tells.
     *
     * @throws ConfigurationException if the file cannot be read or is not right; the message names file and line
     */
    public DirectorySchema with(Path dialect) {
        return changed(it -> it.apply(SchemaFile.read(dialect)));
    }

    /**
     * As {@link #with(Path)}, of a text that the application has from elsewhere.
     *
     * @param source what to call it in messages
     * @param dialect the text of the file
     * @throws ConfigurationException if it is not right; the message names source and line
     */
    public DirectorySchema with(String source, String dialect) {
        return changed(it -> it.apply(SchemaFile.of(source, dialect)));
    }

    /** With another place in the tree to look from. */
    public DirectorySchema withBase(DistinguishedName top) {
        return changed(it -> it.base = top);
    }

    /**
     * With other object classes for a meaning: any of them is enough.
     *
     * @throws ConfigurationException if there is none, or one cannot be a name
     */
    public DirectorySchema withObjectClass(DirectoryClass meaning, String... names) {
        return changed(it -> it.objectClasses(meaning, List.of(names), called("withObjectClass")));
    }

    /**
     * With other attributes for a field, in order of preference.
     *
     * @throws ConfigurationException if there is none, one cannot be a name, or one is already that of another field
     */
    public DirectorySchema withAttribute(DirectoryField field, String... attributes) {
        return changed(
                it -> it.field(field, List.of(attributes), syntax(field), called("withAttribute")));
    }

    /**
     * With a field written in another way.
     *
     * @throws ConfigurationException if the syntax gives another type of value than the field has
     */
    public DirectorySchema withSyntax(DirectoryField field, AttributeSyntax syntax) {
        return changed(it -> it.field(field, attributes(field), syntax, called("withSyntax")));
    }

    /** Without a field: the directory is not asked for it and it is never filled. */
    public DirectorySchema without(DirectoryField field) {
        return changed(it -> it.leaveOut(field, called("without")));
    }

    /**
     * With one more value for units, organisations and functions.
     *
     * @param name what to call it in the entry
     * @param attribute the attribute that holds it
     * @param syntax how it is written
     * @throws ConfigurationException if one of the names cannot be one
     */
    public DirectorySchema withUnitValue(String name, String attribute, AttributeSyntax syntax) {
        return changed(
                it -> it.add(it.unitValues, name, attribute, syntax, called("withUnitValue")));
    }

    /** As {@link #withUnitValue}, for people. */
    public DirectorySchema withPersonValue(String name, String attribute, AttributeSyntax syntax) {
        return changed(
                it -> it.add(it.personValues, name, attribute, syntax, called("withPersonValue")));
    }

    /**
     * With another limit for pictures; a larger one is left out and reported.
     *
     * @param bytes at least 1
     */
    public DirectorySchema withPictureLimit(int bytes) {
        return changed(it -> it.pictureBytes(Integer.toString(bytes), called("withPictureLimit")));
    }

    private static Origin called(String method) {
        return new Origin("DirectorySchema." + method, 0);
    }

    private DirectorySchema changed(Consumer<SchemaDraft> change) {
        SchemaDraft draft = new SchemaDraft(this);
        change.accept(draft);
        return draft.build();
    }

    /** The place in the tree to look from. */
    public DistinguishedName base() {
        return base;
    }

    /** The object classes that mean this; never empty. */
    public List<String> objectClasses(DirectoryClass meaning) {
        return classes.getOrDefault(meaning, List.of());
    }

    /** The attributes that hold a field, in order of preference; empty if none does. */
    public List<String> attributes(DirectoryField field) {
        return mapping(field).attributes();
    }

    /** How a field is written. */
    public AttributeSyntax syntax(DirectoryField field) {
        return mapping(field).syntax();
    }

    private FieldMapping mapping(DirectoryField field) {
        return fields.getOrDefault(field, FieldMapping.none(field));
    }

    /**
     * The names of licences (legitimerad yrkesgrupp) by their codes, as far as they are known. The directory has the
     * names; the codes that the contracts give beside them follow from this list.
     */
    public Map<String, String> licences() {
        return licences;
    }

    /** What units, organisations and functions have beyond HSA's schema. */
    public List<AdditionalValue> unitValues() {
        return unitValues;
    }

    /** What people have beyond HSA's schema. */
    public List<AdditionalValue> personValues() {
        return personValues;
    }

    /** The size in bytes from which a picture is left out: larger ones are. */
    public int pictureBytes() {
        return pictureBytes;
    }

    Map<DirectoryClass, List<String>> classes() {
        return classes;
    }

    Map<DirectoryField, FieldMapping> fields() {
        return fields;
    }

    /** Where it looks from. */
    @Override
    public String toString() {
        List<String> added = new ArrayList<>();
        unitValues.forEach(value -> added.add(value.name()));
        personValues.forEach(value -> added.add(value.name()));
        return "DirectorySchema[base=" + base + ", additional=" + added + "]";
    }
}
