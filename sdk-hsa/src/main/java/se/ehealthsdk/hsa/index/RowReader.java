package se.ehealthsdk.hsa.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** Reads an entry that {@link RowWriter} wrote: the whole of it, or its beginning. */
final class RowReader {

    private static final EntryKind[] KINDS = EntryKind.values();
    private static final EntryMark[] MARKS = EntryMark.values();
    private static final CodedName NO_CODE = new CodedName(Optional.empty(), Optional.empty());
    private static final Set<EntryMark> NO_MARKS = Set.of();

    private final byte[] bytes;
    private int at;

    /**
     * @param bytes what holds the row
     * @param start where its fields begin
     */
    RowReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** The HSA-id as it was written; the first that is read of a row. */
    String id() {
        return text();
    }

    /** Past the HSA-id. */
    RowReader skipId() {
        skipText();
        return this;
    }

    /** Where it stands, as it was written; the second. */
    String place() {
        return text();
    }

    /** Past the place. */
    RowReader skipPlace() {
        skipText();
        return this;
    }

    /** What it stands for; the third. */
    EntryKind kind() {
        return KINDS[number()];
    }

    /** The marks as bits; the fourth. */
    int markBits() {
        return number();
    }

    /** Relations and coordinates, which come fifth. */
    Structure structure() {
        Structure read = new Structure();
        for (int tag = number(); tag != RowTag.END && tag < RowTag.REST; tag = number()) {
            read.field(tag, this);
        }
        return read;
    }

    /** The whole entry; for a reader that has read nothing yet. */
    UnitEntry entry() {
        HsaId id = HsaId.of(text());
        DistinguishedName place = DistinguishedName.unverified(text());
        EntryKind kind = kind();
        int marks = markBits();
        Draft draft = new Draft(id);
        for (int tag = number(); tag != RowTag.END; tag = number()) {
            if (tag < RowTag.REST) {
                draft.structure.field(tag, this);
            } else {
                draft.field(tag, this);
            }
        }
        return new UnitEntry(
                place,
                kind,
                draft.unit(),
                marks == 0 ? NO_MARKS : marks(marks),
                Optional.ofNullable(draft.orgNo),
                draft.structure.care(),
                list(draft.workplaceCodes),
                Optional.ofNullable(draft.changed),
                draft.additional,
                list(draft.problems));
    }

    static Set<EntryMark> marks(int bits) {
        EnumSet<EntryMark> marks = EnumSet.noneOf(EntryMark.class);
        for (EntryMark mark : MARKS) {
            if ((bits & 1 << mark.ordinal()) != 0) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static <T> List<T> list(@Nullable List<T> read) {
        return read == null ? List.of() : read;
    }

    private static <T> List<T> add(@Nullable List<T> to, T value) {
        List<T> all = to == null ? new ArrayList<>(2) : to;
        all.add(value);
        return all;
    }

    /** What an entry is to others, and where it lies. */
    static final class Structure {

        private int is;
        private @Nullable HsaId provider;
        private @Nullable List<HsaId> members;
        private @Nullable HsaId manager;
        private Coordinates.@Nullable Rt90 rt90;
        private Coordinates.@Nullable Sweref99Grid grid;
        private @Nullable String latitude;
        private @Nullable String longitude;

        private void field(int tag, RowReader in) {
            switch (tag) {
                case RowTag.CARE -> is = in.number();
                case RowTag.RESPONSIBLE_PROVIDER -> provider = HsaId.of(in.text());
                case RowTag.MEMBER -> members = add(members, HsaId.of(in.text()));
                case RowTag.MANAGER -> manager = HsaId.of(in.text());
                case RowTag.RT90 -> rt90 = new Coordinates.Rt90(in.text(), in.text());
                case RowTag.SWEREF99_GRID ->
                        grid = new Coordinates.Sweref99Grid(in.text(), in.text());
                case RowTag.LATITUDE -> latitude = in.text();
                case RowTag.LONGITUDE -> longitude = in.text();
                default -> throw damaged();
            }
        }

        CareRelations care() {
            return is == 0 && provider == null && members == null && manager == null
                    ? CareRelations.NONE
                    : new CareRelations(
                            (is & 1) != 0,
                            (is & 2) != 0,
                            Optional.ofNullable(provider),
                            list(members),
                            Optional.ofNullable(manager));
        }

        Coordinates coordinates() {
            return rt90 == null && grid == null && latitude == null && longitude == null
                    ? Coordinates.NONE
                    : new Coordinates(
                            Optional.ofNullable(rt90),
                            Optional.ofNullable(grid),
                            Optional.ofNullable(latitude),
                            Optional.ofNullable(longitude));
        }
    }

    /** An entry that is being read. */
    private static final class Draft {

        private static final UnitTelephones NO_TELEPHONES =
                new UnitTelephones(
                        List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
        private static final UnitHours NO_HOURS =
                new UnitHours(List.of(), List.of(), List.of(), List.of());
        private static final VisitingRules NO_RULES =
                new VisitingRules(List.of(), Optional.empty(), Optional.empty());

        private final HsaId id;
        private final Structure structure = new Structure();

        /** Single texts by tag; null until there is one. */
        private @Nullable String @Nullable [] single;

        /** Repeated texts by tag; null until there is one. */
        private @Nullable List<String> @Nullable [] repeated;

        private String name = "";
        private @Nullable String publicName;
        private Validity validity = Validity.ALWAYS;
        private boolean feigned;
        private @Nullable String orgNo;
        private @Nullable Instant changed;
        private @Nullable List<String> workplaceCodes;
        private final TreeMap<String, List<String>> additional = new TreeMap<>();
        private @Nullable List<AttributeProblem> problems;
        private @Nullable List<OpeningHours> surgery;
        private @Nullable List<OpeningHours> dropIn;
        private @Nullable List<OpeningHours> telephoneHours;
        private @Nullable List<OpeningHours> visitingHours;
        private @Nullable PostalAddress postalAddress;
        private @Nullable VisitingAddress visitingAddress;
        private @Nullable List<CodedName> businessClassifications;
        private @Nullable List<VisitingRules.Age> ages;
        private @Nullable List<UnitFunction> functions;
        private @Nullable TemporaryInformation temporary;
        private @Nullable List<HsaId> related;

        Draft(HsaId id) {
            this.id = id;
        }

        private void field(int tag, RowReader in) {
            switch (tag) {
                case RowTag.NAME -> name = in.text();
                case RowTag.PUBLIC_NAME -> publicName = in.text();
                case RowTag.ORG_NO -> orgNo = in.text();
                case RowTag.VALIDITY -> validity = in.validity();
                case RowTag.FEIGNED -> feigned = true;
                case RowTag.CHANGED -> changed = in.instant();
                case RowTag.WORKPLACE_CODE -> workplaceCodes = add(workplaceCodes, in.text());
                case RowTag.SURGERY_HOUR -> surgery = add(surgery, in.span());
                case RowTag.DROP_IN_HOUR -> dropIn = add(dropIn, in.span());
                case RowTag.TELEPHONE_HOUR -> telephoneHours = add(telephoneHours, in.span());
                case RowTag.VISITING_HOUR -> visitingHours = add(visitingHours, in.span());
                case RowTag.POSTAL_ADDRESS -> postalAddress = in.postalAddress();
                case RowTag.VISITING_ADDRESS -> visitingAddress = in.visitingAddress();
                case RowTag.BUSINESS_CLASSIFICATION ->
                        businessClassifications = add(businessClassifications, in.codedName());
                case RowTag.VISITING_AGE -> ages = add(ages, in.age());
                case RowTag.FUNCTION -> functions = add(functions, in.function());
                case RowTag.TEMPORARY_INFORMATION -> temporary = in.temporary();
                case RowTag.RELATED_UNIT -> related = add(related, HsaId.of(in.text()));
                case RowTag.ADDITIONAL -> additional.put(in.text(), in.texts());
                case RowTag.PROBLEM -> problems = add(problems, in.problem(id));
                case RowTag.ALTERNATE_NAME,
                        RowTag.TELEPHONE,
                        RowTag.TEXT_TELEPHONE,
                        RowTag.VIDEO_PHONE,
                        RowTag.FACSIMILE,
                        RowTag.NON_PUBLIC_TELEPHONE,
                        RowTag.BUSINESS_TYPE,
                        RowTag.CARE_TYPE,
                        RowTag.MANAGEMENT,
                        RowTag.FINANCING,
                        RowTag.CARE_LEVEL,
                        RowTag.SCHOOL_TYPE,
                        RowTag.DESTINATION ->
                        repeat(tag, in.text());
                default -> set(tag, in.text());
            }
        }

        @SuppressWarnings("unchecked")
        private void repeat(int tag, String text) {
            if (repeated == null) {
                repeated = new List[RowTag.PROBLEM + 1];
            }
            repeated[tag] = add(repeated[tag], text);
        }

        private void set(int tag, String text) {
            if (tag > RowTag.PROBLEM) {
                throw damaged();
            }
            if (single == null) {
                single = new String[RowTag.PROBLEM + 1];
            }
            single[tag] = text;
        }

        private Optional<String> one(int tag) {
            return single == null ? Optional.empty() : Optional.ofNullable(single[tag]);
        }

        private List<String> all(int tag) {
            return repeated == null ? List.of() : list(repeated[tag]);
        }

        private <T> List<T> all(int tag, Function<String, T> as) {
            List<String> texts = all(tag);
            return texts.isEmpty() ? List.of() : texts.stream().map(as).toList();
        }

        Unit unit() {
            return new Unit(
                    id,
                    name,
                    publicName == null ? name : publicName,
                    all(RowTag.ALTERNATE_NAME),
                    one(RowTag.MAIL),
                    telephones(),
                    hours(),
                    place(),
                    classification(),
                    presentation(),
                    rules(),
                    list(functions),
                    Optional.ofNullable(temporary),
                    list(related),
                    one(RowTag.DIRECTORY_CONTACT),
                    validity,
                    feigned);
        }

        private UnitTelephones telephones() {
            return single == null && repeated == null
                    ? NO_TELEPHONES
                    : new UnitTelephones(
                            all(RowTag.TELEPHONE),
                            one(RowTag.SWITCHBOARD),
                            all(RowTag.TEXT_TELEPHONE),
                            all(RowTag.VIDEO_PHONE),
                            all(RowTag.FACSIMILE),
                            all(RowTag.NON_PUBLIC_TELEPHONE));
        }

        private UnitHours hours() {
            return surgery == null
                            && dropIn == null
                            && telephoneHours == null
                            && visitingHours == null
                    ? NO_HOURS
                    : new UnitHours(
                            list(surgery), list(dropIn), list(telephoneHours), list(visitingHours));
        }

        private UnitPlace place() {
            return new UnitPlace(
                    Optional.ofNullable(postalAddress),
                    Optional.ofNullable(visitingAddress),
                    one(RowTag.STREET),
                    one(RowTag.LOCATION),
                    one(RowTag.ROUTE),
                    one(RowTag.INDOOR_ROUTE),
                    codedName(RowTag.COUNTY_CODE, RowTag.COUNTY_NAME),
                    codedName(RowTag.MUNICIPALITY_CODE, RowTag.MUNICIPALITY_NAME),
                    structure.coordinates());
        }

        private CodedName codedName(int code, int name) {
            return single == null ? NO_CODE : new CodedName(one(code), one(name));
        }

        private UnitClassification classification() {
            return new UnitClassification(
                    list(businessClassifications),
                    all(RowTag.BUSINESS_TYPE, BusinessType::of),
                    all(RowTag.CARE_TYPE, CareType::of),
                    all(RowTag.MANAGEMENT),
                    all(RowTag.FINANCING),
                    all(RowTag.CARE_LEVEL),
                    all(RowTag.SCHOOL_TYPE),
                    all(RowTag.DESTINATION));
        }

        private UnitPresentation presentation() {
            return new UnitPresentation(
                    one(RowTag.DESCRIPTION),
                    one(RowTag.PATIENT_INFORMATION),
                    one(RowTag.EXTRA_INFORMATION),
                    one(RowTag.WEB_PAGE),
                    one(RowTag.WEB_PAGE_1177),
                    one(RowTag.PHOTO).map(Picture::new),
                    one(RowTag.LOGOTYPE).map(Picture::new),
                    one(RowTag.ALTERNATE_TEXT),
                    one(RowTag.ALTERNATE_TEXT_LOGOTYPE),
                    one(RowTag.DISPLAY_OPTION));
        }

        private VisitingRules rules() {
            return single == null && ages == null
                    ? NO_RULES
                    : new VisitingRules(
                            list(ages), one(RowTag.REFERRAL_RULES), one(RowTag.VISITING_RULES));
        }
    }

    private Validity validity() {
        int there = number();
        return new Validity(
                (there & 1) != 0 ? Optional.of(instant()) : Optional.empty(),
                (there & 2) != 0 ? Optional.of(instant()) : Optional.empty(),
                texts());
    }

    private OpeningHours span() {
        String fromDay = text();
        String fromTime = text();
        String toDay = text();
        String toTime = text();
        int there = number();
        return new OpeningHours(
                fromDay,
                fromTime,
                toDay,
                toTime,
                optional(there, 0),
                optional(there, 1),
                optional(there, 2));
    }

    private PostalAddress postalAddress() {
        List<String> lines = texts();
        Optional<String> postalCode = optional(number(), 0);
        if (number() == 0) {
            return new PostalAddress(lines, postalCode, Optional.empty());
        }
        List<String> addressees = texts();
        int there = number();
        return new PostalAddress(
                lines,
                postalCode,
                Optional.of(
                        new PostalAddress.Parts(
                                addressees,
                                optional(there, 0),
                                optional(there, 1),
                                optional(there, 2),
                                text(),
                                text())));
    }

    private VisitingAddress visitingAddress() {
        String street = text();
        int there = number();
        return new VisitingAddress(street, optional(there, 0), optional(there, 1), text());
    }

    private CodedName codedName() {
        int there = number();
        return new CodedName(optional(there, 0), optional(there, 1));
    }

    private VisitingRules.Age age() {
        return new VisitingRules.Age(text(), text(), optional(number(), 0));
    }

    private UnitFunction function() {
        String name = text();
        int count = number();
        List<OpeningHours> hours = new ArrayList<>(2);
        for (int i = 0; i < count; i++) {
            hours.add(span());
        }
        return new UnitFunction(name, hours, texts());
    }

    private TemporaryInformation temporary() {
        return new TemporaryInformation(text(), text(), text());
    }

    private AttributeProblem problem(HsaId own) {
        int whose = number();
        Optional<HsaId> entry =
                switch (whose) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(own);
                    default -> Optional.of(HsaId.of(text()));
                };
        return new AttributeProblem(entry, text(), text(), text());
    }

    private Optional<String> optional(int there, int which) {
        return (there & 1 << which) != 0 ? Optional.of(text()) : Optional.empty();
    }

    private List<String> texts() {
        int count = number();
        List<String> texts = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return List.copyOf(texts);
    }

    private Instant instant() {
        long zigzag = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            zigzag |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return Instant.ofEpochSecond((zigzag >>> 1) ^ -(zigzag & 1), number());
    }

    private String text() {
        int length = number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void skipText() {
        int length = number();
        at += length;
    }

    int number() {
        byte next = bytes[at++];
        if (next >= 0) {
            return next;
        }
        int value = next & 0x7F;
        int shift = 7;
        do {
            next = bytes[at++];
            value |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** A checksum stands before each use of what was on disk, so this is a fault of ours. */
    private static IllegalStateException damaged() {
        return new IllegalStateException("a row of an index has a field that is none");
    }
}
