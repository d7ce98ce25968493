package se.ehealthsdk.testkit.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
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
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.ObjectPair;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.directory.DirectoryExchange.Operation;
import se.ehealthsdk.testkit.directory.DirectoryFault.Place;

/** What one client says over one connection. One that has no connection yet makes those that have. */
final class Conversation extends LDAPListenerRequestHandler {

    private static final String EXTERNAL = "EXTERNAL";
    private static final int CLOSED = -1;

    private final DirectoryStandIn directory;
    private final @Nullable LDAPListenerClientConnection connection;
    private @Nullable Tree tree;
    private @Nullable InMemoryRequestHandler answering;
    private Optional<DN> caller = Optional.empty();
    private Delivery delivery = new Delivery(Optional.empty(), 0);

    Conversation(DirectoryStandIn directory) {
        this(directory, null);
    }

    private Conversation(
            DirectoryStandIn directory, @Nullable LDAPListenerClientConnection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    @Override
    public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection client) {
        Conversation conversation = new Conversation(directory, client);
        client.addSearchEntryTransformer(
                (messageId, entry, controls) ->
                        conversation.delivers() ? new ObjectPair<>(entry, controls) : null);
        return conversation;
    }

    /** How far a search has come, over all its pages. */
    private static final class Delivery {

        private final Optional<DirectoryFault> fault;
        private final int limit;
        private int delivered;
        private boolean cutShort;
        private boolean closed;

        /** @param limit the client's; 0 for none */
        Delivery(Optional<DirectoryFault> fault, int limit) {
            this.fault = fault;
            int most = fault.map(DirectoryFault::entries).orElse(Integer.MAX_VALUE);
            this.limit = limit == 0 ? most : Math.min(limit, most);
        }
    }

    /** Whether one more entry is sent. */
    private boolean delivers() {
        if (delivery.delivered < delivery.limit) {
            delivery.delivered++;
            return true;
        }
        delivery.cutShort = true;
        if (delivery.fault.filter(DirectoryFault::closes).isPresent()) {
            close();
        }
        return false;
    }

    private void close() {
        delivery.closed = true;
        try {
            client().close();
        } catch (IOException gone) {
            // it is closed, which is what was wanted
        }
    }

    private LDAPListenerClientConnection client() {
        if (connection == null) {
            throw new IllegalStateException("no connection yet");
        }
        return connection;
    }

    /** What answers from the entries as they are now. */
    private InMemoryRequestHandler answering() throws LDAPException {
        Tree now = directory.tree();
        InMemoryRequestHandler present = answering;
        if (present == null || tree != now) {
            present = now.handler().newInstance(client());
            tree = now;
            answering = present;
        }
        return present;
    }

    @Override
    public LDAPMessage processBindRequest(
            int id, BindRequestProtocolOp request, List<Control> controls) {
        caller = Optional.empty();
        Optional<DirectoryFault> fault = directory.take(Place.BIND);
        String who = request.getBindDN();
        LDAPResult result;
        if (fault.isPresent() && !directory.await(fault.get().delay())) {
            result = result(id, ResultCode.UNAVAILABLE, "closing");
        } else if (fault.flatMap(DirectoryFault::result).isPresent()) {
            result = result(id, fault.get().result().get(), "as the test asked");
        } else if (secure().isEmpty()) {
            result = result(id, ResultCode.CONFIDENTIALITY_REQUIRED, "TLS comes first");
        } else if (EXTERNAL.equals(request.getSASLMechanism())) {
            who = certificate().flatMap(directory::hsaIdOf).orElse("");
            caller = certificate().flatMap(directory::admitted);
            result = caller.isPresent() ? ok(id) : notAdmitted(id);
        } else if (request.getSASLMechanism() != null) {
            result = result(id, ResultCode.AUTH_METHOD_NOT_SUPPORTED, "EXTERNAL alone");
        } else {
            result = simple(id, request);
        }
        directory.record(
                new DirectoryExchange(
                        Operation.BIND,
                        who,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        false,
                        caller.map(DN::toString),
                        result.getResultCode().intValue(),
                        0));
        return new LDAPMessage(id, new BindResponseProtocolOp(result));
    }

    private LDAPResult simple(int id, BindRequestProtocolOp request) {
        ASN1OctetString password = request.getSimplePassword();
        if (request.getBindDN().isEmpty() && password.getValueLength() == 0) {
            return directory.isAnonymousAllowed()
                    ? ok(id)
                    : result(id, ResultCode.INAPPROPRIATE_AUTHENTICATION, "anonymous is refused");
        }
        caller = directory.user(request.getBindDN(), password.stringValue());
        return caller.isPresent()
                ? ok(id)
                : result(id, ResultCode.INVALID_CREDENTIALS, "unknown user or wrong password");
    }

    private static LDAPResult notAdmitted(int id) {
        return result(
                id,
                ResultCode.INVALID_CREDENTIALS,
                "no certificate, or one that is not known here");
    }

    private Optional<SSLSocket> secure() {
        return client().getSocket() instanceof SSLSocket socket
                ? Optional.of(socket)
                : Optional.empty();
    }

    private Optional<X509Certificate> certificate() {
        return secure().flatMap(
                        socket -> {
                            try {
                                return Optional.of(
                                        (X509Certificate)
                                                socket.getSession().getPeerCertificates()[0]);
                            } catch (SSLPeerUnverifiedException none) {
                                return Optional.empty();
                            }
                        });
    }

    @Override
    public LDAPMessage processSearchRequest(
            int id, SearchRequestProtocolOp request, List<Control> controls) {
        Optional<SimplePagedResultsControl> page = page(controls);
        boolean continued =
                page.map(SimplePagedResultsControl::getCookie)
                        .filter(cookie -> cookie.getValueLength() > 0)
                        .isPresent();
        if (!continued) {
            delivery = new Delivery(directory.take(Place.SEARCH), request.getSizeLimit());
        }
        int before = delivery.delivered;
        LDAPMessage answer = search(id, request, controls, page.isPresent());
        if (delivery.cutShort && !delivery.closed) {
            ResultCode why =
                    delivery.fault
                            .flatMap(DirectoryFault::result)
                            .orElse(ResultCode.SIZE_LIMIT_EXCEEDED);
            answer = done(id, why, "", delivery.fault.flatMap(DirectoryFault::url));
        } else if (delivery.fault.filter(DirectoryFault::closes).isPresent()
                && !moreToCome(answer)) {
            close();
        }
        directory.record(
                new DirectoryExchange(
                        Operation.SEARCH,
                        request.getBaseDN(),
                        Optional.of(request.getScope().getName().toUpperCase(Locale.ROOT)),
                        Optional.of(MaskedFilter.of(request.getFilter())),
                        request.getAttributes(),
                        page.stream().mapToInt(SimplePagedResultsControl::getSize).findFirst(),
                        continued,
                        caller.map(DN::toString),
                        delivery.closed
                                ? CLOSED
                                : answer.getSearchResultDoneProtocolOp().getResultCode(),
                        delivery.delivered - before));
        return answer;
    }

    private LDAPMessage search(
            int id, SearchRequestProtocolOp request, List<Control> controls, boolean paged) {
        Optional<DirectoryFault> fault = delivery.fault;
        if (fault.isPresent() && !directory.await(fault.get().delay())) {
            return done(id, ResultCode.UNAVAILABLE, "closing", Optional.empty());
        }
        if (fault.flatMap(DirectoryFault::result).isPresent() && fault.get().entries() == 0) {
            return done(id, fault.get().result().get(), "as the test asked", fault.get().url());
        }
        if (paged && fault.filter(DirectoryFault::isPagingRefused).isPresent()) {
            return done(
                    id,
                    ResultCode.UNAVAILABLE_CRITICAL_EXTENSION,
                    "no pages here",
                    Optional.empty());
        }
        if (!isServerItself(request)) {
            if (secure().isEmpty()) {
                return done(
                        id,
                        ResultCode.CONFIDENTIALITY_REQUIRED,
                        "TLS comes first",
                        Optional.empty());
            }
            if (caller.isEmpty() && !directory.isAnonymousAllowed()) {
                return done(
                        id,
                        ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                        "log in first",
                        Optional.empty());
            }
        }
        try {
            LDAPMessage answer =
                    answering().processSearchRequest(id, withoutLimits(request), controls);
            if (fault.isPresent() && fault.get().result().isEmpty() && !moreToCome(answer)) {
                sendReference(id, fault.get().url());
            }
            return answer;
        } catch (LDAPException failed) {
            return done(
                    id, failed.getResultCode(), failed.getDiagnosticMessage(), Optional.empty());
        }
    }

    private void sendReference(int id, Optional<String> url) throws LDAPException {
        if (url.isPresent()) {
            client().sendSearchResultReference(
                            id, new SearchResultReferenceProtocolOp(List.of(url.get())));
        }
    }

    /** The limit is kept here: the same way with pages and without, and with the entries before it sent. */
    private static SearchRequestProtocolOp withoutLimits(SearchRequestProtocolOp request) {
        return new SearchRequestProtocolOp(
                request.getBaseDN(),
                request.getScope(),
                request.getDerefPolicy(),
                0,
                0,
                request.typesOnly(),
                request.getFilter(),
                request.getAttributes());
    }

    private static boolean isServerItself(SearchRequestProtocolOp request) {
        return request.getBaseDN().isEmpty() && request.getScope() == SearchScope.BASE;
    }

    private static Optional<SimplePagedResultsControl> page(List<Control> controls) {
        for (Control control : controls) {
            if (control.getOID().equals(SimplePagedResultsControl.PAGED_RESULTS_OID)) {
                try {
                    return Optional.of(
                            new SimplePagedResultsControl(
                                    control.getOID(), control.isCritical(), control.getValue()));
                } catch (LDAPException notOne) {
                    return Optional.empty(); // what answers the search says so
                }
            }
        }
        return Optional.empty();
    }

    private static boolean moreToCome(LDAPMessage answer) {
        for (Control control : answer.getControls()) {
            if (control instanceof SimplePagedResultsControl page && page.moreResultsToReturn()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public LDAPMessage processExtendedRequest(
            int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        try {
            LDAPMessage answer = answering().processExtendedRequest(id, request, controls);
            record(
                    Operation.EXTENDED,
                    request.getOID(),
                    answer.getExtendedResponseProtocolOp().getResultCode());
            return answer;
        } catch (LDAPException failed) {
            return refused(id, new ExtendedResponseProtocolOp(failed.toLDAPResult()));
        }
    }

    @Override
    public LDAPMessage processCompareRequest(
            int id, CompareRequestProtocolOp request, List<Control> controls) {
        return refused(id, new CompareResponseProtocolOp(readOnly(id)));
    }

    @Override
    public LDAPMessage processAddRequest(
            int id, AddRequestProtocolOp request, List<Control> controls) {
        return refused(id, new AddResponseProtocolOp(readOnly(id)));
    }

    @Override
    public LDAPMessage processDeleteRequest(
            int id, DeleteRequestProtocolOp request, List<Control> controls) {
        return refused(id, new DeleteResponseProtocolOp(readOnly(id)));
    }

    @Override
    public LDAPMessage processModifyRequest(
            int id, ModifyRequestProtocolOp request, List<Control> controls) {
        return refused(id, new ModifyResponseProtocolOp(readOnly(id)));
    }

    @Override
    public LDAPMessage processModifyDNRequest(
            int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        return refused(id, new ModifyDNResponseProtocolOp(readOnly(id)));
    }

    private LDAPMessage refused(int id, ProtocolOp response) {
        record(Operation.CHANGE, "", ResultCode.INSUFFICIENT_ACCESS_RIGHTS.intValue());
        return new LDAPMessage(id, response);
    }

    private void record(Operation operation, String about, int result) {
        directory.record(
                new DirectoryExchange(
                        operation,
                        about,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        false,
                        caller.map(DN::toString),
                        result,
                        0));
    }

    private static LDAPResult readOnly(int id) {
        return result(id, ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "nothing is written here");
    }

    private static LDAPResult ok(int id) {
        return result(id, ResultCode.SUCCESS, "");
    }

    private static LDAPResult result(int id, ResultCode code, String message) {
        return new LDAPResult(id, code, message, null, List.<String>of(), List.<Control>of());
    }

    private static LDAPMessage done(
            int id, ResultCode code, String message, Optional<String> referral) {
        return new LDAPMessage(
                id,
                new SearchResultDoneProtocolOp(
                        code.intValue(), null, message, referral.stream().toList()));
    }
}
