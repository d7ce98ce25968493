package se.ehealthsdk.hsa.unitfile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/** One element {@code hsaUnit} after another. */
final class UnitElement {

    private static final int LONGEST_VALUE = 1 << 16;

    private final XMLStreamReader xml;
    private final ElementReader in;
    private final Consumer<AttributeProblem> skipped;

    private String hsaId = "";
    private String distinguishedName = "";
    private String name = "";
    private String publicName = "";
    private String orgNo = "";
    private String provider = "";
    private String start = "";
    private String end = "";
    private String careProvider = "";
    private String careUnit = "";
    private String careProviderArchived = "";
    private String careUnitArchived = "";
    private String archived = "";
    private final List<String> members = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();

    /** A value that could not be read, of an entry whose HSA-id is perhaps not known yet. */
    private record Bad(String element, String problem, String expected) {}

    UnitElement(XMLStreamReader xml, ElementReader in, Consumer<AttributeProblem> skipped) {
        this.xml = xml;
        this.in = in;
        this.skipped = skipped;
    }

    /** Reads the element that the cursor stands on; null if nothing can be made of it, which is told. */
    @Nullable UnitFileEntry read() throws XMLStreamException {
        clear();
        while (in.nextChild()) {
            switch (nameOf(xml)) {
                case "hsaIdentity" -> hsaId = first(hsaId);
                case "DN" -> distinguishedName = first(distinguishedName);
                case "name" -> name = first(name);
                case "publicName" -> publicName = first(publicName);
                case "orgNo" -> orgNo = first(orgNo);
                case "isHsaHealthCareProvider" -> careProvider = first(careProvider);
                case "isHsaHealthCareUnit" -> careUnit = first(careUnit);
                case "hsaResponsibleHealthCareProvider" -> provider = first(provider);
                case "healthCareProviderIsArchived" ->
                        careProviderArchived = first(careProviderArchived);
                case "healthCareUnitIsArchived" -> careUnitArchived = first(careUnitArchived);
                case "unitIsArchived" -> archived = first(archived);
                case "hsaHealthCareUnitMembers" -> members();
                case "startDate" -> start = first(start);
                case "endDate" -> end = first(end);
                default -> in.skip();
            }
        }
        return entry();
    }

    /** The name of the current element; empty text for one of another namespace, as a producer's own. */
    static String nameOf(XMLStreamReader xml) {
        return UnitFileReader.NAMESPACE.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "";
    }

    /** The value of the current element, unless one has come before, which then stands. */
    private String first(String before) throws XMLStreamException {
        String element = xml.getLocalName();
        String value = value();
        if (before.isEmpty() || value.isEmpty()) {
            return before.isEmpty() ? value : before;
        }
        bad.add(new Bad(element, "comes more than once", "one value"));
        return before;
    }

    /** The text of the current element without blanks around it; none, and told, if it holds more than text. */
    private String value() throws XMLStreamException {
        String element = xml.getLocalName();
        String text = "";
        StringBuilder pieces = null;
        boolean onlyText = true;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (text.isEmpty()) {
                        text = xml.getText();
                    } else {
                        pieces = pieces == null ? new StringBuilder(text) : pieces;
                        // what is too long already need not grow, however it is cut up
                        pieces.append(pieces.length() > LONGEST_VALUE ? "" : xml.getText());
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    onlyText = false;
                    in.skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return checked(
                            element, (pieces == null ? text : pieces.toString()).strip(), onlyText);
                }
                default -> {
                    // comments and processing instructions carry nothing
                }
            }
        }
    }

    private String checked(String element, String value, boolean onlyText) {
        if (!onlyText || value.length() > LONGEST_VALUE) {
            bad.add(
                    new Bad(
                            element,
                            onlyText ? "is too long" : "holds other elements",
                            onlyText ? "at most " + LONGEST_VALUE + " characters" : "text alone"));
            return "";
        }
        return value;
    }

    private void clear() {
        hsaId = "";
        distinguishedName = "";
        name = "";
        publicName = "";
        orgNo = "";
        provider = "";
        start = "";
        end = "";
        careProvider = "";
        careUnit = "";
        careProviderArchived = "";
        careUnitArchived = "";
        archived = "";
        members.clear();
        bad.clear();
    }

    private void members() throws XMLStreamException {
        while (in.nextChild()) {
            if (nameOf(xml).equals("hsaHealthCareUnitMember")) {
                members.add(value());
            } else {
                in.skip();
            }
        }
    }

    private boolean flag(String element, String text) {
        switch (text) {
            case "true", "1" -> {
                return true;
            }
            case "false", "0", "" -> {
                return false;
            }
            default -> {
                bad.add(new Bad(element, "is neither true nor false", "true or false"));
                return false;
            }
        }
    }

    private @Nullable UnitFileEntry entry() {
        Optional<HsaId> id = hsaId.isEmpty() ? Optional.empty() : HsaId.tryParse(hsaId);
        if (id.isEmpty()) {
            return skip(id, "hsaIdentity", hsaId, "is no HSA-id", "an HSA-id");
        }
        Optional<DistinguishedName> place =
                distinguishedName.isEmpty()
                        ? Optional.empty()
                        : DistinguishedName.tryParse(distinguishedName);
        if (place.isEmpty()) {
            return skip(
                    id,
                    "DN",
                    distinguishedName,
                    "is no distinguished name",
                    "as ou=Unit,o=Region,c=SE");
        }
        if (name.isEmpty()) {
            return skip(id, "name", name, "", "a name");
        }
        boolean isProvider = flag("isHsaHealthCareProvider", careProvider);
        boolean isCareUnit = flag("isHsaHealthCareUnit", careUnit);
        boolean providerArchived = flag("healthCareProviderIsArchived", careProviderArchived);
        boolean unitArchived = flag("healthCareUnitIsArchived", careUnitArchived);
        boolean allArchived = flag("unitIsArchived", archived);
        Optional<HsaId> responsible = id("hsaResponsibleHealthCareProvider", provider);
        List<HsaId> memberIds = memberIds();
        Validity validity = validity();
        return new UnitFileEntry(
                id.get(),
                place.get(),
                name,
                present(publicName),
                present(orgNo),
                isProvider,
                isCareUnit,
                responsible,
                memberIds,
                providerArchived,
                unitArchived,
                allArchived,
                validity,
                bad.isEmpty() ? List.of() : problems(id));
    }

    private List<HsaId> memberIds() {
        if (members.isEmpty()) {
            return List.of();
        }
        List<HsaId> ids = new ArrayList<>(members.size());
        for (String member : members) {
            id("hsaHealthCareUnitMember", member).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<HsaId> id(String element, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<HsaId> id = HsaId.tryParse(text);
        if (id.isEmpty()) {
            bad.add(new Bad(element, "is no HSA-id", "an HSA-id"));
        }
        return id;
    }

    private Validity validity() {
        if (start.isEmpty() && end.isEmpty()) {
            return Validity.ALWAYS;
        }
        List<String> unreadable = new ArrayList<>(0);
        Optional<Instant> from = FileTime.start(start);
        if (from.isEmpty() && !start.isEmpty()) {
            unreadable.add(start);
            bad.add(new Bad("startDate", "is no time", "as 2024-05-14T22:00:00"));
        }
        Optional<Instant> until = FileTime.end(end);
        if (until.isEmpty() && !end.isEmpty()) {
            unreadable.add(end);
            bad.add(new Bad("endDate", "is no time", "as 2024-05-14T22:00:00"));
        }
        return new Validity(from, until, unreadable);
    }

    private List<AttributeProblem> problems(Optional<HsaId> id) {
        return bad.stream()
                .map(it -> new AttributeProblem(id, it.element(), it.problem(), it.expected()))
                .toList();
    }

    private @Nullable UnitFileEntry skip(
            Optional<HsaId> id, String element, String text, String problem, String expected) {
        String what = text.isEmpty() ? told(element) : problem;
        int line = xml.getLocation().getLineNumber();
        skipped.accept(new AttributeProblem(id, element, what + " (line " + line + ")", expected));
        return null;
    }

    /** Why there is no value of an element. */
    private String told(String element) {
        return bad.stream()
                .filter(each -> each.element().equals(element))
                .map(Bad::problem)
                .findFirst()
                .orElse("is missing");
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
