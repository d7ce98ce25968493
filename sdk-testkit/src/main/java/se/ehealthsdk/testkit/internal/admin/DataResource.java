package se.ehealthsdk.testkit.internal.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.data.DataForm;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.person.RegisteredPerson;

/**
 * People, units, care providers, commissions and patients, in the form of the data files.
 *
 * @param <T> which of them
 */
final class DataResource<T> {

    private final String path;
    private final String listName;
    private final String idName;
    private final Function<NationalServices, List<T>> all;
    private final Function<T, String> id;
    private final Function<T, Map<String, Object>> write;
    private final Function<String, T> read;
    private final Saving<T> save;
    private final Saving<T> remove;

    /** Changes the services. */
    private interface Saving<T> {

        /**
         * @param before empty for what is new
         */
        void save(NationalServices services, Optional<T> before, T item);
    }

    private DataResource(
            String path,
            String listName,
            String idName,
            Function<NationalServices, List<T>> all,
            Function<T, String> id,
            Function<T, Map<String, Object>> write,
            Function<String, T> read,
            Saving<T> save,
            Saving<T> remove) {
        this.path = path;
        this.listName = listName;
        this.idName = idName;
        this.all = all;
        this.id = id;
        this.write = write;
        this.read = read;
        this.save = save;
        this.remove = remove;
    }

    static void on(Router router) {
        people().route(router);
        units().route(router);
        careProviders().route(router);
        commissions().route(router);
        patients().route(router);
    }

    private static DataResource<Persona> people() {
        return new DataResource<>(
                "people",
                "people",
                "name",
                services -> services.hsa().personas(),
                Persona::name,
                DataForm::write,
                DataForm::readPerson,
                (services, before, person) -> {
                    if (before.isPresent()) {
                        services.hsa().replace(before.get().name(), person);
                    } else {
                        services.hsa().add(person);
                    }
                },
                (services, before, person) -> services.hsa().remove(person));
    }

    private static DataResource<DirectoryUnit> units() {
        return new DataResource<>(
                "units",
                "units",
                "hsaId",
                services -> services.hsa().units(),
                unit -> unit.hsaId().value(),
                DataForm::write,
                DataForm::readUnit,
                (services, before, unit) -> services.hsa().addUnit(unit),
                (services, before, unit) -> services.hsa().remove(unit.hsaId()));
    }

    private static DataResource<CareProvider> careProviders() {
        return new DataResource<>(
                "care-providers",
                "careProviders",
                "hsaId",
                services -> services.hsa().careProviders(),
                provider -> provider.hsaId().value(),
                DataForm::write,
                DataForm::readCareProvider,
                (services, before, provider) -> services.hsa().addCareProvider(provider),
                (services, before, provider) -> services.hsa().remove(provider.hsaId()));
    }

    private static DataResource<DirectoryCommission> commissions() {
        return new DataResource<>(
                "commissions",
                "commissions",
                "hsaId",
                services -> services.hsa().commissions(),
                commission -> commission.hsaId().value(),
                DataForm::write,
                DataForm::readCommission,
                (services, before, commission) -> services.hsa().addCommission(commission),
                (services, before, commission) -> services.hsa().remove(commission.hsaId()));
    }

    private static DataResource<RegisteredPerson> patients() {
        return new DataResource<>(
                "patients",
                "patients",
                "name",
                services -> services.persons().people(),
                RegisteredPerson::name,
                DataForm::write,
                DataForm::readPatient,
                (services, before, patient) -> {
                    if (before.isPresent()) {
                        services.persons().replace(before.get().id(), patient);
                    } else {
                        services.persons().add(patient);
                    }
                },
                (services, before, patient) -> services.persons().remove(patient.id()));
    }

    private void route(Router router) {
        router.get("/" + path, this::list, "text")
                .post("/" + path, this::add)
                .get("/" + path + "/{id}", this::one)
                .put("/" + path + "/{id}", this::put)
                .delete("/" + path + "/{id}", this::delete);
    }

    private HttpReply list(Call call, Space space) {
        Optional<String> text = call.parameter("text").map(ExchangeResource::lower);
        List<Shape> found =
                all.apply(space.services()).stream()
                        .map(each -> Shape.of(write.apply(each)))
                        .filter(
                                each ->
                                        text.filter(
                                                        part ->
                                                                !ExchangeResource.lower(
                                                                                Json.text(each))
                                                                        .contains(part))
                                                .isEmpty())
                        .toList();
        return Replies.json(call, Shape.of(listName, found));
    }

    private T find(Call call, Space space) {
        return find(space, call.variable("id"))
                .orElseThrow(() -> Refusal.notFound("entry in " + path));
    }

    private Optional<T> find(Space space, String wanted) {
        boolean hsaId = idName.equals("hsaId");
        return all.apply(space.services()).stream()
                .filter(
                        each ->
                                hsaId
                                        ? id.apply(each).equalsIgnoreCase(wanted)
                                        : id.apply(each).equals(wanted))
                .findFirst();
    }

    private HttpReply one(Call call, Space space) {
        return tagged(200, call, find(call, space));
    }

    private HttpReply tagged(int status, Call call, T item) {
        return Replies.json(status, call, Shape.of(write.apply(item))).with("ETag", tag(item));
    }

    private String tag(T item) {
        return StaticFiles.tag(Json.write(Shape.of(write.apply(item))));
    }

    private void checkTag(Call call, T before) {
        Optional<String> match = call.web().header("If-Match");
        if (match.isPresent() && !match.get().equals("*") && !match.get().equals(tag(before))) {
            throw Refusal.of(
                    412,
                    "Somebody else has changed it meanwhile. Fetch it again, and change that.");
        }
    }

    private HttpReply add(Call call, Space space) {
        call.json();
        T item = read.apply(call.text());
        synchronized (space) {
            if (find(space, id.apply(item)).isPresent()) {
                throw Refusal.field(409, idName, "is taken", "another, or PUT to change it");
            }
            save.save(space.services(), Optional.empty(), item);
        }
        space.changed(path);
        String location = call.web().target().getRawPath() + "/" + Paths.encode(id.apply(item));
        return tagged(201, call, item).with("Location", location);
    }

    private HttpReply put(Call call, Space space) {
        call.json();
        T item = read.apply(call.text());
        synchronized (space) {
            T before = find(call, space);
            checkTag(call, before);
            if (!id.apply(item).equals(id.apply(before))) {
                throw Refusal.field(
                        422,
                        idName,
                        "is another than in the address",
                        "the same; add a new one instead");
            }
            save.save(space.services(), Optional.of(before), item);
        }
        space.changed(path);
        return tagged(200, call, item);
    }

    private HttpReply delete(Call call, Space space) {
        synchronized (space) {
            T before = find(call, space);
            checkTag(call, before);
            remove.save(space.services(), Optional.of(before), before);
        }
        space.changed(path);
        return Replies.done();
    }
}
