package se.ehealthsdk.testkit.directory.country;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers one connection: binds and searches, and refuses all that would change something. */
final class CountryRequestHandler extends LDAPListenerRequestHandler {

    private static final String READ_ONLY = "the country is made up and cannot be changed";
    private static final int ENTRIES_AT_ONCE = 100;

    private final Country country;
    private final Places places;
    private final CountryServer.Rules rules;
    private final AtomicReference<CountryServer.@Nullable Asked> last;
    private final @Nullable LDAPListenerClientConnection connection;
    private boolean bound;

    CountryRequestHandler(
            Country country,
            Places places,
            CountryServer.Rules rules,
            AtomicReference<CountryServer.@Nullable Asked> last,
            @Nullable LDAPListenerClientConnection connection) {
        this.country = country;
        this.places = places;
        this.rules = rules;
        this.last = last;
        this.connection = connection;
        this.bound = rules.password().isEmpty();
    }

    @Override
    public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection opened) {
        return new CountryRequestHandler(country, places, rules, last, opened);
    }

    @Override
    public LDAPMessage processBindRequest(
            int messageID, BindRequestProtocolOp request, List<Control> controls) {
        boolean right =
                rules.password().isEmpty()
                        || request.getCredentialsType() == BindRequestProtocolOp.CRED_TYPE_SIMPLE
                                && request.getSimplePassword()
                                        .stringValue()
                                        .equals(rules.password());
        bound = right;
        ResultCode code = right ? ResultCode.SUCCESS : ResultCode.INVALID_CREDENTIALS;
        return new LDAPMessage(
                messageID, new BindResponseProtocolOp(code.intValue(), null, null, null, null));
    }

    @Override
    public LDAPMessage processSearchRequest(
            int messageID, SearchRequestProtocolOp request, List<Control> controls) {
        try {
            if (request.getBaseDN().isEmpty() && request.getScope() == SearchScope.BASE) {
                return rootEntry(messageID);
            }
            if (!bound) {
                return done(messageID, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "bind first");
            }
            last.set(
                    new CountryServer.Asked(
                            request.getBaseDN(),
                            request.getFilter().toString(),
                            request.getAttributes()));
            OptionalInt base =
                    request.getBaseDN().isEmpty()
                            ? OptionalInt.of(0)
                            : places.find(request.getBaseDN());
            if (base.isEmpty()) {
                return done(messageID, ResultCode.NO_SUCH_OBJECT, "there is no such base");
            }
            return search(messageID, request, controls, base.getAsInt());
        } catch (LDAPException e) {
            return done(messageID, e.getResultCode(), "the request cannot be understood");
        } catch (IOException gone) {
            return done(messageID, ResultCode.UNAVAILABLE, "the connection is gone");
        }
    }

    private LDAPMessage search(
            int messageID, SearchRequestProtocolOp request, List<Control> controls, int base)
            throws LDAPException, IOException {
        Search question = new Search(country, request.getFilter());
        Scan scan = new Scan(question, places.within(base, request.getScope()));
        SimplePagedResultsControl page = page(controls);
        int limit = Integer.MAX_VALUE;
        if (page != null) {
            if (!scan.continueFrom(page.getCookie())) {
                return done(messageID, ResultCode.UNWILLING_TO_PERFORM, "the cookie is not ours");
            }
            limit = page.getSize();
        }
        int most = least(request.getSizeLimit(), page == null ? rules.sizeLimit() : 0);
        PageWriter writer = new PageWriter(request.getAttributes(), request.typesOnly());
        int[] gathered = new int[ENTRIES_AT_ONCE];
        int sent = 0;
        while (sent < limit && scan.advance()) {
            if (sent == most) {
                send(messageID, writer, gathered, sent % ENTRIES_AT_ONCE);
                return done(messageID, ResultCode.SIZE_LIMIT_EXCEEDED, "there are more");
            }
            gathered[sent++ % ENTRIES_AT_ONCE] = scan.entry();
            if (sent % ENTRIES_AT_ONCE == 0) {
                send(messageID, writer, gathered, ENTRIES_AT_ONCE);
            }
        }
        send(messageID, writer, gathered, sent % ENTRIES_AT_ONCE);
        if (page == null) {
            return done(messageID, ResultCode.SUCCESS, null);
        }
        boolean more = sent == limit && scan.hasMore();
        return new LDAPMessage(
                messageID,
                new SearchResultDoneProtocolOp(ResultCode.SUCCESS_INT_VALUE, null, null, null),
                new SimplePagedResultsControl(
                        0, new ASN1OctetString(more ? scan.cookie() : ""), false));
    }

    /** Past the library, which would send each entry by itself, a TLS record each. */
    private void send(int messageID, PageWriter writer, int[] entries, int count)
            throws IOException {
        LDAPListenerClientConnection to = connection;
        if (to == null || count == 0) {
            return;
        }
        writer.clear();
        for (int i = count - 1; i >= 0; i--) {
            writer.entry(country, entries[i], messageID);
        }
        writer.writeTo(to.getSocket().getOutputStream());
    }

    /** The lesser of two limits, 0 being none; so that nothing ends at it, none is -1. */
    private static int least(int first, int second) {
        int least = first == 0 || second != 0 && second < first ? second : first;
        return least == 0 ? -1 : least;
    }

    private static @Nullable SimplePagedResultsControl page(List<Control> controls)
            throws LDAPException {
        for (Control control : controls) {
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                return new SimplePagedResultsControl(
                        control.getOID(), control.isCritical(), control.getValue());
            }
            if (control.isCritical()) {
                throw new LDAPException(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION);
            }
        }
        return null;
    }

    private LDAPMessage rootEntry(int messageID) throws LDAPException {
        LDAPListenerClientConnection to = connection;
        if (to != null) {
            to.sendSearchResultEntry(
                    messageID,
                    new Entry(
                            "",
                            new Attribute("objectClass", "top"),
                            new Attribute("namingContexts", "c=SE"),
                            new Attribute("supportedLDAPVersion", "3"),
                            new Attribute(
                                    "supportedControl",
                                    SimplePagedResultsControl.PAGED_RESULTS_OID)));
        }
        return done(messageID, ResultCode.SUCCESS, null);
    }

    private static LDAPMessage done(int messageID, ResultCode code, @Nullable String why) {
        return new LDAPMessage(
                messageID, new SearchResultDoneProtocolOp(code.intValue(), null, why, null));
    }

    @Override
    public LDAPMessage processAddRequest(
            int messageID, AddRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new AddResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processCompareRequest(
            int messageID, CompareRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new CompareResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, null, "only searches", null));
    }

    @Override
    public LDAPMessage processDeleteRequest(
            int messageID, DeleteRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new DeleteResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processExtendedRequest(
            int messageID, ExtendedRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new ExtendedResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE,
                        null,
                        "only searches",
                        null,
                        null,
                        null));
    }

    @Override
    public LDAPMessage processModifyRequest(
            int messageID, ModifyRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new ModifyResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, null, READ_ONLY, null));
    }

    @Override
    public LDAPMessage processModifyDNRequest(
            int messageID, ModifyDNRequestProtocolOp request, List<Control> controls) {
        return new LDAPMessage(
                messageID,
                new ModifyDNResponseProtocolOp(
                        ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, null, READ_ONLY, null));
    }

    /** Goes through the entries that a search is about. A cookie is how many entries in scope have been passed. */
    private static final class Scan {

        private final Search question;
        private final List<Range> ranges;
        private long passed;
        private int range;
        private int next;
        private int entry = -1;

        Scan(Search question, List<Range> scope) {
            this.question = question;
            List<Range> only = question.only();
            this.ranges = only == null ? question.narrowed(scope) : common(scope, only);
            this.next = ranges.isEmpty() ? 0 : ranges.get(0).start();
        }

        private static List<Range> common(List<Range> some, List<Range> others) {
            List<Range> common = new ArrayList<>();
            for (Range one : some) {
                for (Range other : others) {
                    Range both = one.and(other);
                    if (both.size() > 0) {
                        common.add(both);
                    }
                }
            }
            return common;
        }

        /** Goes on where an earlier page ended; false if the cookie is none of ours. */
        boolean continueFrom(@Nullable ASN1OctetString cookie) {
            if (cookie == null || cookie.getValueLength() == 0) {
                return true;
            }
            String text = new String(cookie.getValue(), StandardCharsets.US_ASCII);
            if (!text.matches("[0-9]{1,10}")) {
                return false;
            }
            long skip = Long.parseLong(text);
            passed = skip;
            while (range < ranges.size() && skip >= ranges.get(range).size()) {
                skip -= ranges.get(range).size();
                range++;
            }
            if (range == ranges.size()) {
                return skip == 0;
            }
            next = ranges.get(range).start() + (int) skip;
            return true;
        }

        boolean advance() throws LDAPException {
            while (range < ranges.size()) {
                if (next >= ranges.get(range).end()) {
                    range++;
                    next = range < ranges.size() ? ranges.get(range).start() : 0;
                    continue;
                }
                entry = next++;
                passed++;
                if (question.holds(entry)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether entries are left to look at; they need not be meant. */
        boolean hasMore() {
            return range < ranges.size()
                    && (next < ranges.get(range).end() || range + 1 < ranges.size());
        }

        String cookie() {
            return Long.toString(passed);
        }

        int entry() {
            return entry;
        }
    }
}
