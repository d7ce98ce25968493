package se.ehealthsdk.hsa.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.contract.SearchBase;
import se.ehealthsdk.hsa.contract.SearchScope;

/**
 * The types that the HSA domains have in common, to and from XML. Each domain and generation declares
 * them in a namespace of its own: readers do not mind which, writers are given one writer for each.
 */
public final class CommonTypes {

    private CommonTypes() {}

    /** The value of an element that identifies the post: without it there is nothing to answer with. */
    public static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }

    /** The current element as an HSA-id that the contract requires. */
    public static HsaId hsaId(ElementReader in, String element) throws XMLStreamException {
        return HsaId.tryParse(in.token())
                .orElseThrow(() -> new XMLStreamException(element + " is not an HSA-id"));
    }

    /** Collects start and end dates, each in a form that may be none. */
    public static final class ValidityReader {

        private @Nullable Instant start;
        private @Nullable Instant end;
        private final List<String> unreadable = new ArrayList<>(0);

        /** Reads the current element as start. */
        public void start(ElementReader in) throws XMLStreamException {
            start = read(in);
        }

        /** Reads the current element as end. */
        public void end(ElementReader in) throws XMLStreamException {
            end = read(in);
        }

        private @Nullable Instant read(ElementReader in) throws XMLStreamException {
            String text = in.token();
            Instant time = SwedishTime.parse(text).orElse(null);
            if (time == null) {
                unreadable.add(text);
            }
            return time;
        }

        /** What has been read. */
        public Validity validity() {
            return start == null && end == null && unreadable.isEmpty()
                    ? Validity.ALWAYS
                    : new Validity(
                            Optional.ofNullable(start), Optional.ofNullable(end), unreadable);
        }
    }

    /** Reads a {@code TimeSpanType}. */
    public static OpeningHours openingHours(ElementReader in) throws XMLStreamException {
        String fromDay = "";
        String fromTime = "";
        String toDay = "";
        String toTime = "";
        String comment = null;
        String fromDate = null;
        String toDate = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "fromDay" -> fromDay = in.token();
                case "fromTime" -> fromTime = in.token();
                case "toDay" -> toDay = in.token();
                case "toTime" -> toTime = in.token();
                case "comment" -> comment = in.text();
                case "fromDate" -> fromDate = in.token();
                case "toDate" -> toDate = in.token();
                default -> in.skip();
            }
        }
        return new OpeningHours(
                fromDay,
                fromTime,
                toDay,
                toTime,
                Optional.ofNullable(comment),
                Optional.ofNullable(fromDate),
                Optional.ofNullable(toDate));
    }

    /**
     * Writes one {@code TimeSpanType} for each.
     *
     * @param out in the namespace of the element itself
     * @param core in the namespace of the type
     * @param dates in the namespace of {@code fromDate} and {@code toDate}: that of the type, except in
     *     the generations that got them by a minor version
     */
    public static void openingHours(
            String name,
            Collection<OpeningHours> hours,
            ElementWriter out,
            ElementWriter core,
            ElementWriter dates)
            throws XMLStreamException {
        for (OpeningHours span : hours) {
            out.start(name);
            core.text("fromDay", span.fromDay());
            core.text("fromTime", span.fromTime());
            core.text("toDay", span.toDay());
            core.text("toTime", span.toTime());
            core.text("comment", span.comment());
            dates.text("fromDate", span.fromDate());
            dates.text("toDate", span.toDate());
            out.end();
        }
    }

    /** Collects the elements that together make one postal address. */
    public static final class PostalAddressReader {

        private List<String> lines = List.of();
        private @Nullable String postalCode;
        private PostalAddress.@Nullable Parts parts;

        /** Reads the current element as {@code AddressType}. */
        public void lines(ElementReader in) throws XMLStreamException {
            lines = new ArrayList<>();
            while (in.nextChild()) {
                if (in.name().equals("addressLine")) {
                    lines.add(in.text());
                } else {
                    in.skip();
                }
            }
        }

        /** Reads the current element as postal code. */
        public void postalCode(ElementReader in) throws XMLStreamException {
            postalCode = in.text();
        }

        /** Reads the current element as {@code StructuredPostalAddressType}. */
        public void parts(ElementReader in) throws XMLStreamException {
            List<String> addressees = new ArrayList<>(2);
            String street = null;
            String premisesNumber = null;
            String premisesLetter = null;
            String postCode = "";
            String town = "";
            while (in.nextChild()) {
                switch (in.name()) {
                    case "addressee" -> addressees.add(in.text());
                    case "street" -> street = in.text();
                    case "premisesNumber" -> premisesNumber = in.text();
                    case "premisesLetter" -> premisesLetter = in.text();
                    case "postCode" -> postCode = in.text();
                    case "town" -> town = in.text();
                    default -> in.skip();
                }
            }
            parts =
                    new PostalAddress.Parts(
                            addressees,
                            Optional.ofNullable(street),
                            Optional.ofNullable(premisesNumber),
                            Optional.ofNullable(premisesLetter),
                            postCode,
                            town);
        }

        /** What has been read; empty if there was nothing. */
        public Optional<PostalAddress> address() {
            return lines.isEmpty() && postalCode == null && parts == null
                    ? Optional.empty()
                    : Optional.of(
                            new PostalAddress(
                                    lines,
                                    Optional.ofNullable(postalCode),
                                    Optional.ofNullable(parts)));
        }
    }

    /** Writes the free lines of an address as {@code AddressType}, if it has any. */
    public static void addressLines(
            String name, Optional<PostalAddress> address, ElementWriter out, ElementWriter core)
            throws XMLStreamException {
        if (address.isPresent() && !address.get().lines().isEmpty()) {
            out.start(name);
            core.text("addressLine", address.get().lines());
            out.end();
        }
    }

    /** Writes the parts of an address as {@code StructuredPostalAddressType}, if it has any. */
    public static void addressParts(
            String name, Optional<PostalAddress> address, ElementWriter out, ElementWriter core)
            throws XMLStreamException {
        PostalAddress.Parts parts = address.flatMap(PostalAddress::parts).orElse(null);
        if (parts != null) {
            out.start(name);
            core.text("addressee", parts.addressees());
            core.text("street", parts.street());
            core.text("premisesNumber", parts.premisesNumber());
            core.text("premisesLetter", parts.premisesLetter());
            core.text("postCode", parts.postCode());
            core.text("town", parts.town());
            out.end();
        }
    }

    /** Reads a {@code StructuredVisitingAddressType}. */
    public static VisitingAddress visitingAddress(ElementReader in) throws XMLStreamException {
        String street = "";
        String premisesNumber = null;
        String premisesLetter = null;
        String town = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "street" -> street = in.text();
                case "premisesNumber" -> premisesNumber = in.text();
                case "premisesLetter" -> premisesLetter = in.text();
                case "town" -> town = in.text();
                default -> in.skip();
            }
        }
        return new VisitingAddress(
                street,
                Optional.ofNullable(premisesNumber),
                Optional.ofNullable(premisesLetter),
                town);
    }

    /** Writes a {@code StructuredVisitingAddressType}, if there is one. */
    public static void visitingAddress(
            String name, Optional<VisitingAddress> address, ElementWriter out, ElementWriter core)
            throws XMLStreamException {
        if (address.isPresent()) {
            out.start(name);
            core.text("street", address.get().street());
            core.text("premisesNumber", address.get().premisesNumber());
            core.text("premisesLetter", address.get().premisesLetter());
            core.text("town", address.get().town());
            out.end();
        }
    }

    /** Writes {@code searchBase} and {@code includeFeignedObject}, each where it differs from the default. */
    public static void searchScope(SearchScope scope, ElementWriter out) throws XMLStreamException {
        out.text("searchBase", scope.base().map(SearchBase::value));
        out.ifTrue("includeFeignedObject", scope.includeFeigned());
    }

    /** Collects the elements of a {@link SearchScope}. */
    public static final class SearchScopeReader {

        private Optional<SearchBase> base = Optional.empty();
        private boolean includeFeigned;

        /** Reads the current element as {@code searchBase}. */
        public void base(ElementReader in) throws XMLStreamException {
            String text = in.token();
            try {
                base = text.isEmpty() ? Optional.empty() : Optional.of(SearchBase.of(text));
            } catch (InvalidInputException notADn) {
                throw new XMLStreamException("searchBase is not of the form the contract allows");
            }
        }

        /** Reads the current element as {@code includeFeignedObject}. */
        public void includeFeigned(ElementReader in) throws XMLStreamException {
            includeFeigned = in.bool();
        }

        /** What has been read. */
        public SearchScope scope() {
            return new SearchScope(base, includeFeigned);
        }
    }
}
