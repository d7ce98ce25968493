package se.ehealthsdk.hsa.internal.ldap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** Questions put in the words of one directory's schema. */
public final class SearchTerms {

    // RFC 4517, 3.3.13; whole seconds, since not every server compares fractions
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DirectorySchema schema;
    private final String objectClass;
    private final Set<String> units;
    private final Set<String> people;
    private final Set<String> commissions;
    private final Set<String> others;

    public SearchTerms(DirectorySchema schema) {
        this.schema = schema;
        this.objectClass = attribute(DirectoryField.OBJECT_CLASS);
        this.units =
                classes(DirectoryClass.ORGANISATION, DirectoryClass.UNIT, DirectoryClass.FUNCTION);
        this.people = classes(DirectoryClass.PERSON);
        this.commissions = classes(DirectoryClass.COMMISSION);
        this.others = classes(DirectoryClass.ADMIN_COMMISSION);
    }

    private Set<String> classes(DirectoryClass... meanings) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (DirectoryClass meaning : meanings) {
            all.addAll(schema.objectClasses(meaning));
        }
        return all;
    }

    /** What the directory calls a field in the first place. */
    public String attribute(DirectoryField field) {
        return attributes(field).get(0);
    }

    private List<String> attributes(DirectoryField field) {
        List<String> names = schema.attributes(field);
        if (names.isEmpty()) {
            throw new ConfigurationException(
                    "The directory schema names no attribute for " + field,
                    "Name it in the schema, or ask without it.");
        }
        return names;
    }

    /** Whether an attribute, as a server or a report names it, is one of those of a field. */
    public boolean isOf(DirectoryField field, String attribute) {
        String name = attribute.split(";", 2)[0];
        return schema.attributes(field).stream().anyMatch(name::equalsIgnoreCase);
    }

    // ---- kinds of entries

    public Condition isUnit() {
        return ofClass(units);
    }

    public Condition isPerson() {
        return ofClass(people);
    }

    public Condition isCommission() {
        return ofClass(commissions);
    }

    private Condition ofClass(Set<String> names) {
        return any(names, name -> new Condition.Equal(objectClass, name));
    }

    /** Whether the directory told the object classes of an entry: without them its marks cannot be told either. */
    public boolean tellsClasses(RawEntry entry) {
        return !entry.values(objectClass).isEmpty();
    }

    /** A unit; a person or a commission is none, whatever classes it has beside. */
    public boolean isUnit(RawEntry entry) {
        List<String> classes = entry.values(objectClass);
        return has(classes, units)
                && !has(classes, people)
                && !has(classes, commissions)
                && !has(classes, others);
    }

    public boolean isPerson(RawEntry entry) {
        return has(entry.values(objectClass), people);
    }

    public boolean isCommission(RawEntry entry) {
        List<String> classes = entry.values(objectClass);
        return has(classes, commissions) && !has(classes, people);
    }

    private static boolean has(List<String> classes, Set<String> wanted) {
        for (String each : classes) {
            if (wanted.contains(each)) {
                return true;
            }
        }
        return false;
    }

    // ---- values

    public Condition equal(DirectoryField field, String value) {
        return any(attributes(field), name -> new Condition.Equal(name, value));
    }

    public Condition equalAny(DirectoryField field, List<String> values) {
        return any(values, value -> equal(field, value));
    }

    public Condition startsWith(DirectoryField field, String text) {
        return any(attributes(field), name -> new Condition.StartsWith(name, text));
    }

    public Condition present(DirectoryField field) {
        return any(attributes(field), Condition.Present::new);
    }

    private Condition contains(DirectoryField field, String text) {
        return any(attributes(field), name -> new Condition.Contains(name, text));
    }

    /** That any of the fields that the directory has holds the text. */
    private Condition contains(List<DirectoryField> fields, String text) {
        List<Condition> parts =
                fields.stream()
                        .filter(field -> !schema.attributes(field).isEmpty())
                        .map(field -> contains(field, text))
                        .toList();
        return parts.isEmpty() ? contains(fields.get(0), text) : new Condition.Any(parts);
    }

    private static <T> Condition any(Collection<T> all, Function<T, Condition> each) {
        List<Condition> parts = all.stream().map(each).toList();
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    // ---- searches

    /** The units that a search is about, wherever they stand. */
    public Condition units(UnitSearch search) {
        List<Condition> parts = new ArrayList<>(List.of(isUnit()));
        search.name()
                .ifPresent(
                        text ->
                                parts.add(
                                        contains(
                                                List.of(
                                                        DirectoryField.UNIT_NAME,
                                                        DirectoryField.ORGANISATION_NAME,
                                                        DirectoryField.FUNCTION_NAME,
                                                        DirectoryField.ALTERNATE_NAMES),
                                                text)));
        equal(search.location(), DirectoryField.LOCATION, parts);
        equal(search.county(), DirectoryField.COUNTY_CODE, parts);
        equal(search.municipality(), DirectoryField.MUNICIPALITY_CODE, parts);
        equal(search.businessCode(), DirectoryField.BUSINESS_CODES, parts);
        equal(search.businessType().map(BusinessType::code), DirectoryField.BUSINESS_TYPES, parts);
        equal(search.careType().map(CareType::code), DirectoryField.CARE_TYPES, parts);
        equal(search.destination(), DirectoryField.DESTINATION_INDICATORS, parts);
        search.changedSince().ifPresent(since -> parts.add(changedSince(since)));
        return new Condition.All(parts);
    }

    /** The people that a search is about, wherever they stand. */
    public Condition people(PersonSearch search) {
        List<Condition> parts = new ArrayList<>(List.of(isPerson()));
        search.name()
                .ifPresent(
                        text -> {
                            for (String word : text.split("\\s+")) {
                                parts.add(
                                        contains(
                                                List.of(
                                                        DirectoryField.SURNAME,
                                                        DirectoryField.GIVEN_NAME,
                                                        DirectoryField.MIDDLE_NAME,
                                                        DirectoryField.NICK_NAME),
                                                word));
                            }
                        });
        search.title()
                .ifPresent(
                        text ->
                                parts.add(
                                        contains(
                                                List.of(
                                                        DirectoryField.TITLE,
                                                        DirectoryField.PA_TITLE_NAMES),
                                                text)));
        equal(search.licence(), DirectoryField.LICENCES, parts);
        return new Condition.All(parts);
    }

    private void equal(Optional<String> wanted, DirectoryField field, List<Condition> parts) {
        wanted.ifPresent(value -> parts.add(equal(field, value)));
    }

    private Condition changedSince(Instant since) {
        return any(
                attributes(DirectoryField.CHANGED),
                name -> new Condition.AtLeast(name, GENERALIZED_TIME.format(since)));
    }
}
