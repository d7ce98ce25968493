package se.ehealthsdk.certificate.document;

import java.util.List;

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
        extensions = List.copyOf(extensions);
    }
}
