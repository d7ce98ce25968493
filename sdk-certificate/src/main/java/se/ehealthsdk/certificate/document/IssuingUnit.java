package se.ehealthsdk.certificate.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The unit that issues ({@code enhet}).
 *
 * @param id its HSA-id
 * @param workplaceCode {@code arbetsplatskod}, never empty on the wire
 * @param name its name
 * @param address {@code postadress}
 * @param postalCode {@code postnummer}
 * @param town {@code postort}
 * @param telephone {@code telefonnummer}
 * @param email {@code epost}; absent rather than empty on the wire
 * @param careProvider the care provider that it belongs to
 * @param extensions elements of other namespaces
 */
public record IssuingUnit(
        Identifier id,
        Identifier workplaceCode,
        String name,
        String address,
        String postalCode,
        String town,
        String telephone,
        Optional<String> email,
        CareProvider careProvider,
        List<XmlElement> extensions) {

    /** Copies; an e-mail that is empty is absent. */
    public IssuingUnit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(workplaceCode, "workplaceCode");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(town, "town");
        Objects.requireNonNull(telephone, "telephone");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(careProvider, "careProvider");
        email = email.filter(each -> !each.isEmpty());
        extensions = List.copyOf(extensions);
    }
}
