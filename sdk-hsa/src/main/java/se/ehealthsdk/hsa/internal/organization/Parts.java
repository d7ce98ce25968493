package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.internal.CommonTypes.PostalAddressReader;
import se.ehealthsdk.hsa.internal.CommonTypes.ValidityReader;

/**
 * What has been read so far of a unit or a provider whose elements lie mixed with those of others, each
 * under names of its own.
 */
final class Parts {

    @Nullable HsaId hsaId;
    String name = "";
    @Nullable String publicName;
    String orgNo = "";
    final ValidityReader validity = new ValidityReader();
    boolean feigned;
    boolean archived;
    final List<String> workplaceCodes = new ArrayList<>(1);
    final List<String> telephoneNumbers = new ArrayList<>(1);
    final PostalAddressReader address = new PostalAddressReader();

    /**
     * The unit.
     *
     * @param element the name of the element that would hold its HSA-id
     */
    UnitSummary unit(String element) throws XMLStreamException {
        return new UnitSummary(
                required(hsaId, element),
                name,
                Optional.ofNullable(publicName),
                validity.validity(),
                feigned,
                archived);
    }

    /** The provider. */
    CareProvider provider() throws XMLStreamException {
        return new CareProvider(
                required(hsaId, "healthCareProviderHsaId"),
                name,
                Optional.ofNullable(publicName),
                orgNo,
                validity.validity(),
                feigned,
                archived);
    }

    /** The details. */
    UnitDetails details() {
        return new UnitDetails(workplaceCodes, telephoneNumbers, address.address());
    }
}
