package se.ehealthsdk.audit.internal.access;

import static se.ehealthsdk.audit.internal.access.CommonTypes.hsaId;
import static se.ehealthsdk.audit.internal.access.CommonTypes.name;
import static se.ehealthsdk.audit.internal.access.CommonTypes.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.Cancelled;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.EndRegistration;
import se.ehealthsdk.audit.contract.ExtendedPatientQuery;
import se.ehealthsdk.audit.contract.ListAnswer;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.audit.contract.PatientQuery;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The messages that consents and patient relations have in common but for the names.
 *
 * @param types the types of the domain
 * @param id the element with the identity of a consent or relation, in lower camel case
 * @param patient reads and writes the identity of a patient
 */
record RegistrationCodecs<P>(CommonTypes types, String id, Patient<P> patient) {

    /** The element {@code patientId}, start and end included. */
    interface Patient<P> {
        void write(P patient, ElementWriter out) throws XMLStreamException;

        P read(ElementReader in) throws XMLStreamException;
    }

    /** Writes the content of an element in the namespace of the types, and reads it. */
    interface Item<T> {
        void write(T item, ElementWriter core) throws XMLStreamException;

        T read(ElementReader in) throws XMLStreamException;
    }

    MessageCodec<AccessControlResult> result(String wrapper) {
        return new Codec<>(
                (result, out) -> {
                    types.open(out);
                    types.result(wrapper, result, out);
                },
                in -> {
                    AccessControlResult result = null;
                    while (in.nextChild()) {
                        if (name(in).equals(wrapper)) {
                            result = CommonTypes.result(in);
                        } else {
                            in.skip();
                        }
                    }
                    return required(result, wrapper);
                });
    }

    MessageCodec<EndRegistration> end(String action) {
        return new Codec<>(
                (request, out) -> {
                    types.open(out);
                    types.text(id, request.id(), out);
                    types.action(action, request.action(), out);
                },
                in -> {
                    String ended = null;
                    Action why = null;
                    while (in.nextChild()) {
                        String name = name(in);
                        if (name.equals(id)) {
                            ended = in.token();
                        } else if (name.equals(action)) {
                            why = CommonTypes.action(in);
                        } else {
                            in.skip();
                        }
                    }
                    return new EndRegistration(required(ended, id), required(why, action));
                });
    }

    MessageCodec<PatientQuery<P>> patientQuery() {
        return new Codec<>(
                (request, out) -> {
                    types.open(out);
                    types.hsaId("careProviderId", request.careProvider(), out);
                    patient.write(request.patient(), out);
                },
                in -> {
                    ExtendedPatientQuery<P> read = readPatientQuery(in);
                    return new PatientQuery<>(read.careProvider(), read.patient());
                });
    }

    MessageCodec<ExtendedPatientQuery<P>> extendedPatientQuery() {
        return new Codec<>(
                (request, out) -> {
                    types.open(out);
                    types.hsaId("careProviderId", request.careProvider(), out);
                    patient.write(request.patient(), out);
                    types.bool("getCancelledFlag", request.includeInvalid(), out);
                },
                this::readPatientQuery);
    }

    private ExtendedPatientQuery<P> readPatientQuery(ElementReader in) throws XMLStreamException {
        HsaId careProvider = null;
        P about = null;
        boolean includeInvalid = false;
        while (in.nextChild()) {
            switch (name(in)) {
                case "careProviderId" -> careProvider = hsaId(in, "careProviderId");
                case "patientId" -> about = patient.read(in);
                case "getCancelledFlag" -> includeInvalid = in.bool();
                default -> in.skip();
            }
        }
        return new ExtendedPatientQuery<>(
                required(careProvider, "careProviderId"),
                required(about, "patientId"),
                includeInvalid);
    }

    MessageCodec<CareProviderQuery> careProviderQuery() {
        return new Codec<>(
                (request, out) -> {
                    types.hsaId("careProviderId", request.careProvider(), out);
                    types.time("createdOnOrAfter", request.createdOnOrAfter(), out);
                    types.bool("getCancelledFlag", request.includeCancelled(), out);
                },
                RegistrationCodecs::readCareProviderQuery);
    }

    private static CareProviderQuery readCareProviderQuery(ElementReader in)
            throws XMLStreamException {
        HsaId careProvider = null;
        Instant createdOnOrAfter = null;
        boolean includeCancelled = false;
        while (in.nextChild()) {
            switch (name(in)) {
                case "careProviderId" -> careProvider = hsaId(in, "careProviderId");
                case "createdOnOrAfter" -> createdOnOrAfter = in.dateTime();
                case "getCancelledFlag" -> includeCancelled = in.bool();
                default -> in.skip();
            }
        }
        return new CareProviderQuery(
                required(careProvider, "careProviderId"),
                Optional.ofNullable(createdOnOrAfter),
                includeCancelled);
    }

    <T> MessageCodec<ListAnswer<T>> list(String wrapper, String element, Item<T> item) {
        return new Codec<>(
                (answer, out) -> {
                    ElementWriter core = types.open(out);
                    out.start(types.spelled(wrapper));
                    types.result("result", answer.result(), core);
                    write(element, answer.found(), item, core);
                    out.end();
                },
                in -> {
                    AccessControlResult result = null;
                    List<T> found = new ArrayList<>();
                    while (in.nextChild()) {
                        if (!name(in).equals(wrapper)) {
                            in.skip();
                            continue;
                        }
                        while (in.nextChild()) {
                            String name = name(in);
                            if (name.equals("result")) {
                                result = CommonTypes.result(in);
                            } else if (name.equals(element)) {
                                found.add(item.read(in));
                            } else {
                                in.skip();
                            }
                        }
                    }
                    return new ListAnswer<>(required(result, "result"), found);
                });
    }

    <T> MessageCodec<PageAnswer<T>> page(
            String wrapper, String element, String cancelledElement, Item<T> item) {
        return new Codec<>(
                (answer, out) -> {
                    ElementWriter core = types.open(out);
                    out.start(types.spelled(wrapper));
                    types.result("result", answer.result(), core);
                    types.time("moreOnOrAfter", answer.moreOnOrAfter(), core);
                    types.bool("hasMore", answer.hasMore(), core);
                    write(element, answer.valid(), item, core);
                    for (Cancelled each : answer.cancelled()) {
                        types.cancelled(cancelledElement, id, each, core);
                    }
                    out.end();
                },
                in -> {
                    PageReader<T> page = new PageReader<>(element, cancelledElement, id, item);
                    while (in.nextChild()) {
                        if (name(in).equals(wrapper)) {
                            page.read(in);
                        } else {
                            in.skip();
                        }
                    }
                    return page.answer();
                });
    }

    private <T> void write(String element, List<T> items, Item<T> item, ElementWriter core)
            throws XMLStreamException {
        for (T each : items) {
            core.start(types.spelled(element));
            item.write(each, core);
            core.end();
        }
    }
}
