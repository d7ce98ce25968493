package se.ehealthsdk.audit.internal.access;

import static se.ehealthsdk.audit.internal.access.CommonTypes.name;
import static se.ehealthsdk.audit.internal.access.CommonTypes.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.access.Cancelled;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.core.xml.ElementReader;

/** Collects one part of everything at a care provider. */
final class PageReader<T> {

    private final String element;
    private final String cancelledElement;
    private final String id;
    private final RegistrationCodecs.Item<T> item;
    private final List<T> valid = new ArrayList<>();
    private final List<Cancelled> cancelled = new ArrayList<>();
    private @Nullable AccessControlResult result;
    private @Nullable Instant moreOnOrAfter;
    private @Nullable Boolean hasMore;

    PageReader(
            String element, String cancelledElement, String id, RegistrationCodecs.Item<T> item) {
        this.element = element;
        this.cancelledElement = cancelledElement;
        this.id = id;
        this.item = item;
    }

    void read(ElementReader in) throws XMLStreamException {
        while (in.nextChild()) {
            String name = name(in);
            if (name.equals("result")) {
                result = CommonTypes.result(in);
            } else if (name.equals("moreOnOrAfter")) {
                moreOnOrAfter = in.dateTime();
            } else if (name.equals("hasMore")) {
                hasMore = in.bool();
            } else if (name.equals(element)) {
                valid.add(item.read(in));
            } else if (name.equals(cancelledElement)) {
                cancelled.add(CommonTypes.cancelled(in, id));
            } else {
                in.skip();
            }
        }
    }

    PageAnswer<T> answer() throws XMLStreamException {
        // without hasMore a list that was cut in parts would pass for a whole one
        return new PageAnswer<>(
                required(result, "result"),
                required(moreOnOrAfter, "moreOnOrAfter"),
                required(hasMore, "hasMore"),
                valid,
                cancelled);
    }
}
