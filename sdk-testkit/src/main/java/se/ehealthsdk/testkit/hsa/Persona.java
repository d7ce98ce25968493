package se.ehealthsdk.testkit.hsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HospCredentials;
import se.ehealthsdk.hsa.Licence;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.testkit.internal.data.DataReader;

/**
 * An invented person who works in health care. The constants are people with a part to play; their numbers
 * are official test numbers. Immutable.
 *
 * <pre>{@code
 * services.hsa().add(Persona.builder("DR_NEW", Personnummer.of("191212121212"), "Nina", "Ny")
 *         .post(HsaId.of("TSTNMT2321000156-9001"))
 *         .licence("LK", "Läkare")
 *         .commission(HsaId.of("TSTNMT2321000156-VMU1"))
 *         .build());
 * }</pre>
 *
 * @param name the name of the part, as {@code DR_LINDGREN}
 * @param personId the personal identity
 * @param givenName the given name
 * @param middleAndSurname the surname, with a middle name before it
 * @param protectedPerson whether the person's data are protected (skyddade personuppgifter)
 * @param feigned whether HSA marks the person as fictitious
 * @param posts a post for each HSA-id
 */
public record Persona(
        String name,
        PersonId personId,
        String givenName,
        String middleAndSurname,
        boolean protectedPerson,
        boolean feigned,
        List<Post> posts) {

    static final Population SHIPPED =
            Population.of(DataReader.resource(Persona.class, "population.yaml"));

    /**
     * A doctor with four commissions: at the health centre, at the hospital's clinic, directly under the
     * care provider, and at a care provider that has ended; and one more whose membership has ended.
     */
    public static final Persona DR_LINDGREN = SHIPPED.persona("DR_LINDGREN");

    /** A nurse with a commission at the health centre. */
    public static final Persona NURSE_BERG = SHIPPED.persona("NURSE_BERG");

    /** An administrator without licence and without care commissions, but with an administrative one. */
    public static final Persona ADMIN_HOLM = SHIPPED.persona("ADMIN_HOLM");

    /** A doctor whose personal data are protected: seen only by those who may see such people. */
    public static final Persona PROTECTED_EK = SHIPPED.persona("PROTECTED_EK");

    /** A doctor with two HSA-ids, one at each of two care providers. */
    public static final Persona DR_DAHL = SHIPPED.persona("DR_DAHL");

    /** A doctor whom HSA marks as fictitious: seen only by those who ask for such people. */
    public static final Persona FEIGNED_TEST = SHIPPED.persona("FEIGNED_TEST");

    /** Copies the list. */
    public Persona {
        posts = List.copyOf(posts);
    }

    /** The first post's HSA-id: for personas with one post, the HSA-id. */
    public HsaId hsaId() {
        return posts.get(0).hsaId();
    }

    /** The HSA-ids of all posts. */
    public List<HsaId> hsaIds() {
        return posts.stream().map(Post::hsaId).toList();
    }

    /** What the register of licences (HOSP) holds; empty for a person without licence. */
    public Optional<HospCredentials> hosp() {
        List<Credentials> licensed =
                posts.stream()
                        .map(Post::credentials)
                        .filter(each -> !each.licences().isEmpty())
                        .toList();
        if (licensed.isEmpty()) {
            return Optional.empty();
        }
        Credentials first = licensed.get(0);
        var hosp = HospCredentials.builder(personId).feigned(feigned);
        for (int i = 0; i < first.licences().size(); i++) {
            hosp.licence(new Licence(first.licenceCodes().get(i), first.licences().get(i)));
        }
        first.specialities().forEach(hosp::speciality);
        first.personalPrescriptionCode().ifPresent(hosp::personalPrescriptionCode);
        first.hospIdentityNumber().ifPresent(hosp::hospIdentityNumber);
        first.nursePrescriptionRights().forEach(hosp::nursePrescriptionRight);
        return Optional.of(hosp.build());
    }

    /**
     * Starts a persona.
     *
     * @param name the name of the part, as {@code DR_NEW}
     * @param personId an official test number
     * @param givenName invented
     * @param middleAndSurname invented
     */
    public static Builder builder(
            String name, PersonId personId, String givenName, String middleAndSurname) {
        return new Builder(name, personId, givenName, middleAndSurname);
    }

    /** The name of the part; nothing else. */
    @Override
    public String toString() {
        return "Persona[" + name + "]";
    }

    /**
     * Builds a persona. {@link #post} begins a post, and what comes after it is of that post. Not for use
     * by more than one thread.
     */
    public static final class Builder {

        private static final String WHERE = ",ou=Personal,o=Region Påhitt,c=SE";

        private final String name;
        private final PersonId personId;
        private final String givenName;
        private final String middleAndSurname;
        private final List<Post> posts = new ArrayList<>();
        private boolean protectedPerson;
        private boolean feigned;
        private @Nullable PostDraft draft;

        private Builder(String name, PersonId personId, String givenName, String middleAndSurname) {
            this.name = name;
            this.personId = personId;
            this.givenName = givenName;
            this.middleAndSurname = middleAndSurname;
        }

        /** The post that is being described. */
        private static final class PostDraft {
            private final Employee.Builder employee;
            private final Credentials.Builder credentials;
            private final List<Membership> memberships = new ArrayList<>();
            private final List<AuthorizationScopeProperty> adminScopes = new ArrayList<>();

            PostDraft(HsaId hsaId) {
                employee = Employee.builder(hsaId);
                credentials = Credentials.builder(hsaId);
            }
        }

        /** The person's data are protected; said before the first post. */
        public Builder protectedPerson() {
            protectedPerson = true;
            return this;
        }

        /** HSA marks the person as fictitious; said before the first post. */
        public Builder feigned() {
            feigned = true;
            return this;
        }

        /** Begins a post. */
        public Builder post(HsaId hsaId) {
            finishPost();
            PostDraft post = new PostDraft(hsaId);
            post.employee
                    .givenName(givenName)
                    .middleAndSurname(middleAndSurname)
                    .distinguishedName("cn=" + givenName + " " + middleAndSurname + WHERE)
                    .protectedPerson(protectedPerson)
                    .feigned(feigned);
            personId.sex().ifPresent(post.employee::gender);
            post.credentials
                    .givenName(givenName)
                    .middleAndSurname(middleAndSurname)
                    .personalIdentity(personId)
                    .protectedPerson(protectedPerson)
                    .feigned(feigned);
            draft = post;
            return this;
        }

        /** Where the post lies in the directory: a distinguished name (DN). */
        public Builder distinguishedName(String dn) {
            post().employee.distinguishedName(dn);
            return this;
        }

        /** From when and until when the post holds. */
        public Builder validity(Validity validity) {
            post().employee.validity(validity);
            return this;
        }

        /** Title, free text. */
        public Builder title(String title) {
            post().employee.title(title);
            return this;
        }

        /** A title from the employer's list (befattning). */
        public Builder paTitle(String code, String text) {
            post().employee.paTitle(new PaTitle(Optional.of(text), Optional.of(code)));
            post().credentials.paTitleCode(code);
            return this;
        }

        /** Mail address. */
        public Builder mail(String address) {
            post().employee.mail(address);
            return this;
        }

        /** A telephone number. */
        public Builder telephoneNumber(String number) {
            post().employee.telephoneNumber(number);
            return this;
        }

        /**
         * A licence (legitimerad yrkesgrupp), in HOSP too.
         *
         * @param code as {@code LK}
         * @param text as {@code Läkare}
         */
        public Builder licence(String code, String text) {
            post().employee.licence(text);
            post().credentials.licence(text).licenceCode(code);
            return this;
        }

        /**
         * A speciality within a licence.
         *
         * @param licence the code of the licence, as {@code LK}
         * @param code as {@code 200}
         * @param text as {@code Allmänmedicin}
         */
        public Builder speciality(String licence, String code, String text) {
            Speciality speciality = new Speciality(licence, code, text);
            post().employee.specialityName(text).specialityCode(code).speciality(speciality);
            post().credentials.speciality(speciality);
            return this;
        }

        /** The person's own prescription code (förskrivarkod). */
        public Builder prescriptionCode(String code) {
            post().credentials.personalPrescriptionCode(code);
            return this;
        }

        /** A group prescription code (gruppförskrivarkod). */
        public Builder groupPrescriptionCode(String code) {
            post().credentials.groupPrescriptionCode(code);
            return this;
        }

        /** A role in a system. */
        public Builder systemRole(String systemId, String role) {
            post().credentials.systemRole(new SystemRole(systemId, role));
            return this;
        }

        /** More of what the employee contracts tell of the post. */
        public Builder employee(Consumer<Employee.Builder> more) {
            more.accept(post().employee);
            return this;
        }

        /** More of what the authorisation contracts tell of the post. */
        public Builder credentials(Consumer<Credentials.Builder> more) {
            more.accept(post().credentials);
            return this;
        }

        /** Member of a commission, without limits in time. */
        public Builder commission(HsaId commission) {
            return membership(Membership.of(commission));
        }

        /** Member of a commission for a time. */
        public Builder membership(Membership membership) {
            post().memberships.add(membership);
            return this;
        }

        /** Administrative commissions of one scope and property. */
        public Builder adminScope(AuthorizationScopeProperty scope) {
            post().adminScopes.add(scope);
            return this;
        }

        /**
         * The persona.
         *
         * @throws InvalidInputException if it has no post
         */
        public Persona build() {
            finishPost();
            if (posts.isEmpty()) {
                throw new InvalidInputException("post", "is missing", "at least one post");
            }
            return new Persona(
                    name, personId, givenName, middleAndSurname, protectedPerson, feigned, posts);
        }

        private PostDraft post() {
            if (draft == null) {
                throw new InvalidInputException("post", "is missing", "post(hsaId) first");
            }
            return draft;
        }

        private void finishPost() {
            PostDraft done = draft;
            if (done != null) {
                posts.add(
                        new Post(
                                done.employee.build(),
                                done.credentials.build(),
                                done.memberships,
                                done.adminScopes));
                draft = null;
            }
        }
    }
}
