package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.function.BiFunction;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.SearchScope;
import se.ehealthsdk.hsa.internal.CommonTypes;

/**
 * A request with one HSA-id as its key and a search scope.
 *
 * @param element the name of the key's element
 */
public record KeyRequestCodec<Q>(
        String element,
        Function<Q, HsaId> key,
        Function<Q, SearchScope> scope,
        BiFunction<HsaId, SearchScope, Q> make)
        implements MessageCodec<Q> {

    @Override
    public void write(Q request, ElementWriter out) throws XMLStreamException {
        out.text(element, key.apply(request).value());
        CommonTypes.searchScope(scope.apply(request), out);
    }

    @Override
    public Q read(ElementReader in) throws XMLStreamException {
        HsaId id = null;
        var where = new CommonTypes.SearchScopeReader();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "searchBase" -> where.base(in);
                case "includeFeignedObject" -> where.includeFeigned(in);
                default -> {
                    if (name.equals(element)) {
                        id = CommonTypes.hsaId(in, element);
                    } else {
                        in.skip();
                    }
                }
            }
        }
        return make.apply(required(id, element), where.scope());
    }
}
