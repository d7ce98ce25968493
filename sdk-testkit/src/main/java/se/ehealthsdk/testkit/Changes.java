package se.ehealthsdk.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.testkit.internal.http.HttpCall;

/** Tells calls that may change what the stand-ins hold from those that only ask. In doubt a call changes something. */
final class Changes {

    /** By the names of the contracts. */
    private static final Pattern ASKS =
            Pattern.compile(".*:(get|list|check|isunit)[a-z]*responder:.*");

    /** Ask, but have a report made that is asked for again later. */
    private static final Pattern ORDERS =
            Pattern.compile(".*:(getlogs|getinfologs|getaccesslogsforpatient)responder:.*");

    private Changes() {}

    /**
     * @param faultsWait whether the next call, of whatever kind, may use up a fault
     */
    static boolean isChange(HttpCall call, boolean faultsWait) {
        if (!call.method().equals("POST")) {
            return false;
        }
        return faultsWait || !call.path().startsWith("/vp") || !asks(call);
    }

    private static boolean asks(HttpCall call) {
        try {
            Optional<String> contract =
                    MessageHead.read(call.body())
                            .namespace()
                            .map(each -> each.toLowerCase(Locale.ROOT));
            // what has no contract is refused
            return contract.map(it -> ASKS.matcher(it).matches() && !ORDERS.matcher(it).matches())
                    .orElse(true);
        } catch (XMLStreamException refused) {
            return true;
        }
    }
}
