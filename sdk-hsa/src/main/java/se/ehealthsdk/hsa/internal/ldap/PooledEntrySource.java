package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** Entries through a pool of connections; a search that goes page by page keeps one connection to its end. */
public final class PooledEntrySource implements EntrySource {

    /** How many entries can carry one HSA-id before something else is wrong. */
    private static final int FEW = 10;

    private final Links links;

    public PooledEntrySource(Links links) {
        this.links = links;
    }

    @Override
    public Entries<RawEntry> search(EntryQuery query) {
        return new SearchStream(links, query);
    }

    @Override
    public Optional<RawEntry> find(EntryQuery query) {
        return lookUp(query, 1).stream().findFirst();
    }

    @Override
    public List<RawEntry> few(EntryQuery query) {
        return lookUp(query, FEW);
    }

    private List<RawEntry> lookUp(EntryQuery query, int most) {
        LookUp lookUp = new LookUp(query, most);
        Lease lease = links.take();
        boolean inOrder = false;
        try {
            boolean fresh = lease.link().isFresh();
            lookUp.ask(lease.link());
            if (lookUp.isLost() && !fresh) {
                // the connection may have been dead for long, and reading may be done again
                lease.replace();
                lookUp.ask(lease.link());
            }
            List<RawEntry> answer = lookUp.answer(lease.link().endpoint());
            inOrder = true;
            return answer;
        } catch (EHealthException e) {
            inOrder = lookUp.isAnswered();
            throw e;
        } finally {
            if (inOrder) {
                lease.giveBack();
            } else {
                lease.discard();
            }
        }
    }

    /** One look-up. */
    private final class LookUp implements SearchResultListener {

        private static final String OPERATION = "look-up";
        private static final long serialVersionUID = 1;

        private final transient EntryQuery query;
        private final int most;
        private final transient SearchRequest request;
        private final transient List<SearchResultEntry> found = new ArrayList<>();
        private transient @Nullable LDAPException failure;
        private boolean cut;
        private boolean referred;
        private boolean answered;

        LookUp(EntryQuery query, int most) {
            this.query = query;
            this.most = most;
            this.request = Requests.of(query, this, most + 1);
        }

        void ask(Link link) {
            found.clear();
            failure = null;
            referred = false;
            try (Watch watch =
                    Watch.over(
                            link.socket(), links.settings().answerTimeout(), links.scheduler())) {
                try {
                    link.ldap().search(request);
                    answered = true;
                } catch (LDAPSearchException e) {
                    failure = e;
                    answered = !e.getResultCode().isClientSideResultCode();
                } catch (TooMany tooMany) {
                    // answer() says so; what is left of it stays unread, so the connection goes
                    answered = false;
                } catch (RuntimeException notAnAnswer) {
                    throw SearchFailures.notLdap(link.endpoint(), OPERATION);
                } finally {
                    cut = watch.hasCut();
                }
            }
        }

        boolean isAnswered() {
            return answered;
        }

        boolean isLost() {
            return failure != null && SearchFailures.isLost(failure, cut);
        }

        List<RawEntry> answer(Endpoint from) {
            if (found.size() > most) {
                throw new ProtocolException(
                        from
                                + ": "
                                + OPERATION
                                + ": the directory has several entries where there can be "
                                + (most == 1 ? "one" : most),
                        null,
                        null);
            }
            if (failure != null) {
                return withoutSuccess(from, failure);
            }
            if (found.isEmpty() && referred) {
                throw SearchFailures.referred(from, OPERATION);
            }
            return found.stream().<RawEntry>map(SearchEntry::new).toList();
        }

        private List<RawEntry> withoutSuccess(Endpoint from, LDAPException why) {
            ResultCode code = why.getResultCode();
            if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
                if (query.scope() == EntryQuery.Scope.BASE) {
                    return List.of();
                }
                throw SearchFailures.noBase(from, query.base(), why);
            }
            if (links.isClosed()) {
                throw SearchFailures.closed(why);
            }
            throw SearchFailures.of(from, OPERATION, why, cut);
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            if (isBase(query, entry)) {
                return;
            }
            found.add(entry);
            if (found.size() > most + 1) {
                throw new TooMany();
            }
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            referred = true;
        }
    }

    /** A server sends more than it was asked for. */
    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super(null, null, false, false);
        }
    }

    /** Whether an entry is the base of a search for what is below. */
    static boolean isBase(EntryQuery query, SearchResultEntry entry) {
        return query.scope() == EntryQuery.Scope.BELOW
                && steps(entry.getDN()) <= query.base().depth()
                && DistinguishedName.tryParse(entry.getDN())
                        .filter(query.base()::equals)
                        .isPresent();
    }

    /** A name's depth, without the cost of reading it: only the base has that of the base. */
    private static int steps(String name) {
        int steps = 1;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                steps++;
            }
        }
        return steps;
    }
}
