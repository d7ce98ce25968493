package se.ehealthsdk.hsa.unitfile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
    private boolean careProvider;
    private boolean careUnit;
    private boolean careProviderArchived;
    private boolean careUnitArchived;
    private boolean archived;
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
            switch (in.name()) {
                case "hsaIdentity" -> hsaId = in.token();
                case "DN" -> distinguishedName = in.token();
                case "name" -> name = in.token();
                case "publicName" -> publicName = in.token();
                case "orgNo" -> orgNo = in.token();
                case "isHsaHealthCareProvider" -> careProvider = flag();
                case "isHsaHealthCareUnit" -> careUnit = flag();
                case "hsaResponsibleHealthCareProvider" -> provider = in.token();
                case "healthCareProviderIsArchived" -> careProviderArchived = flag();
                case "healthCareUnitIsArchived" -> careUnitArchived = flag();
                case "unitIsArchived" -> archived = flag();
                case "hsaHealthCareUnitMembers" -> members();
                case "startDate" -> start = in.token();
                case "endDate" -> end = in.token();
                default -> in.skip();
            }
        }
        return entry();
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
        careProvider = false;
        careUnit = false;
        careProviderArchived = false;
        careUnitArchived = false;
        archived = false;
        members.clear();
        bad.clear();
    }

    private void members() throws XMLStreamException {
        while (in.nextChild()) {
            if (in.name().equals("hsaHealthCareUnitMember")) {
                members.add(in.token());
            } else {
                in.skip();
            }
        }
    }

    private boolean flag() throws XMLStreamException {
        String element = in.name();
        String text = in.token();
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
        Optional<HsaId> responsible = id("hsaResponsibleHealthCareProvider", provider);
        List<HsaId> memberIds = memberIds();
        Validity validity = validity();
        return new UnitFileEntry(
                id.get(),
                place.get(),
                name,
                present(publicName),
                present(orgNo),
                careProvider,
                careUnit,
                responsible,
                memberIds,
                careProviderArchived,
                careUnitArchived,
                archived,
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
        String what = text.isEmpty() ? "is missing" : problem;
        int line = xml.getLocation().getLineNumber();
        skipped.accept(new AttributeProblem(id, element, what + " (line " + line + ")", expected));
        return null;
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
