package se.ehealthsdk.certificate.document;

import java.util.List;
import java.util.Objects;

/**
 * The care provider ({@code vardgivare}).
 *
 * @param id its HSA-id
 * @param name its name
 * @param extensions elements of other namespaces
 */
public record CareProvider(Identifier id, String name, List<XmlElement> extensions) {

    /** Copies. */
    public CareProvider {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        extensions = List.copyOf(extensions);
    }
}
