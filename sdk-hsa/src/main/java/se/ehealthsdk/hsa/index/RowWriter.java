package se.ehealthsdk.hsa.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitClassification;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.UnitHours;
import se.ehealthsdk.hsa.UnitPlace;
import se.ehealthsdk.hsa.UnitPresentation;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** Writes an entry as bytes, a few more than its texts have, such that {@link RowReader} gives an equal one. */
final class RowWriter {

    private byte[] bytes = new byte[1024];
    private int length;
    private long textBytes;

    /** The row: its length, then its fields. Valid until the next is written. */
    void write(UnitEntry entry) {
        length = 0;
        text(entry.hsaId().value());
        text(entry.name().toString());
        number(entry.kind().ordinal());
        number(marks(entry.marks()));
        care(entry.care());
        coordinates(entry.unit().place().coordinates());
        unit(entry.unit());
        field(RowTag.ORG_NO, entry.orgNo());
        fields(RowTag.WORKPLACE_CODE, entry.workplaceCodes());
        entry.changed()
                .ifPresent(
                        at -> {
                            number(RowTag.CHANGED);
                            instant(at);
                        });
        entry.additional().forEach(this::additional);
        entry.problems().forEach(problem -> problem(entry.hsaId(), problem));
        number(RowTag.END);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** How many bytes of text have been written, in all rows together. */
    long textBytes() {
        return textBytes;
    }

    private static int marks(Collection<EntryMark> marks) {
        int bits = 0;
        for (EntryMark mark : marks) {
            bits |= 1 << mark.ordinal();
        }
        return bits;
    }

    private void care(CareRelations care) {
        int is = (care.careProvider() ? 1 : 0) | (care.careUnit() ? 2 : 0);
        if (is != 0) {
            number(RowTag.CARE);
            number(is);
        }
        field(RowTag.RESPONSIBLE_PROVIDER, care.responsibleProvider().map(HsaId::value));
        ids(RowTag.MEMBER, care.members());
        field(RowTag.MANAGER, care.manager().map(HsaId::value));
    }

    private void coordinates(Coordinates where) {
        where.rt90()
                .ifPresent(
                        it -> {
                            field(RowTag.RT90, it.x());
                            text(it.y());
                        });
        where.sweref99Grid()
                .ifPresent(
                        it -> {
                            field(RowTag.SWEREF99_GRID, it.north());
                            text(it.east());
                        });
        field(RowTag.LATITUDE, where.latitude());
        field(RowTag.LONGITUDE, where.longitude());
    }

    private void unit(Unit unit) {
        if (!unit.name().isEmpty()) {
            field(RowTag.NAME, unit.name());
        }
        // the same as the name more often than not
        if (!unit.publicName().equals(unit.name())) {
            field(RowTag.PUBLIC_NAME, unit.publicName());
        }
        validity(unit.validity());
        if (unit.feigned()) {
            number(RowTag.FEIGNED);
        }
        fields(RowTag.ALTERNATE_NAME, unit.alternateNames());
        field(RowTag.MAIL, unit.mail());
        telephones(unit.telephones());
        hours(unit.hours());
        place(unit.place());
        classification(unit.classification());
        presentation(unit.presentation());
        visiting(unit.visitingRules());
        unit.functions().forEach(this::function);
        unit.temporaryInformation().ifPresent(this::temporary);
        ids(RowTag.RELATED_UNIT, unit.relatedUnits());
        field(RowTag.DIRECTORY_CONTACT, unit.directoryContact());
    }

    private void validity(Validity validity) {
        if (validity.equals(Validity.ALWAYS)) {
            return;
        }
        number(RowTag.VALIDITY);
        number((validity.start().isPresent() ? 1 : 0) | (validity.end().isPresent() ? 2 : 0));
        validity.start().ifPresent(this::instant);
        validity.end().ifPresent(this::instant);
        texts(validity.unreadable());
    }

    private void telephones(UnitTelephones numbers) {
        fields(RowTag.TELEPHONE, numbers.numbers());
        field(RowTag.SWITCHBOARD, numbers.switchboard());
        fields(RowTag.TEXT_TELEPHONE, numbers.text());
        fields(RowTag.VIDEO_PHONE, numbers.video());
        fields(RowTag.FACSIMILE, numbers.facsimile());
        fields(RowTag.NON_PUBLIC_TELEPHONE, numbers.nonPublic());
    }

    private void hours(UnitHours hours) {
        spans(RowTag.SURGERY_HOUR, hours.surgery());
        spans(RowTag.DROP_IN_HOUR, hours.dropIn());
        spans(RowTag.TELEPHONE_HOUR, hours.telephone());
        spans(RowTag.VISITING_HOUR, hours.visiting());
    }

    private void spans(int tag, List<OpeningHours> spans) {
        for (OpeningHours span : spans) {
            number(tag);
            span(span);
        }
    }

    private void span(OpeningHours span) {
        text(span.fromDay());
        text(span.fromTime());
        text(span.toDay());
        text(span.toTime());
        optional(span.comment(), span.fromDate(), span.toDate());
    }

    private void place(UnitPlace place) {
        place.postalAddress().ifPresent(this::postalAddress);
        place.visitingAddress().ifPresent(this::visitingAddress);
        field(RowTag.STREET, place.street());
        field(RowTag.LOCATION, place.location());
        field(RowTag.ROUTE, place.route());
        field(RowTag.INDOOR_ROUTE, place.indoorRoute());
        field(RowTag.COUNTY_CODE, place.county().code());
        field(RowTag.COUNTY_NAME, place.county().name());
        field(RowTag.MUNICIPALITY_CODE, place.municipality().code());
        field(RowTag.MUNICIPALITY_NAME, place.municipality().name());
    }

    private void postalAddress(PostalAddress address) {
        number(RowTag.POSTAL_ADDRESS);
        texts(address.lines());
        optional(address.postalCode());
        number(address.parts().isPresent() ? 1 : 0);
        address.parts()
                .ifPresent(
                        parts -> {
                            texts(parts.addressees());
                            optional(
                                    parts.street(), parts.premisesNumber(), parts.premisesLetter());
                            text(parts.postCode());
                            text(parts.town());
                        });
    }

    private void visitingAddress(VisitingAddress address) {
        number(RowTag.VISITING_ADDRESS);
        text(address.street());
        optional(address.premisesNumber(), address.premisesLetter());
        text(address.town());
    }

    private void classification(UnitClassification kinds) {
        for (CodedName each : kinds.businessClassifications()) {
            number(RowTag.BUSINESS_CLASSIFICATION);
            optional(each.code(), each.name());
        }
        kinds.businessTypes().forEach(each -> field(RowTag.BUSINESS_TYPE, each.code()));
        kinds.careTypes().forEach(each -> field(RowTag.CARE_TYPE, each.code()));
        fields(RowTag.MANAGEMENT, kinds.managements());
        fields(RowTag.FINANCING, kinds.financingOrganizations());
        fields(RowTag.CARE_LEVEL, kinds.administrativeCareLevels());
        fields(RowTag.SCHOOL_TYPE, kinds.schoolTypes());
        fields(RowTag.DESTINATION, kinds.destinationIndicators());
    }

    private void presentation(UnitPresentation texts) {
        field(RowTag.DESCRIPTION, texts.description());
        field(RowTag.PATIENT_INFORMATION, texts.patientInformation());
        field(RowTag.EXTRA_INFORMATION, texts.extraInformation());
        field(RowTag.WEB_PAGE, texts.webPage());
        field(RowTag.WEB_PAGE_1177, texts.webPage1177());
        field(RowTag.PHOTO, texts.photo().map(Picture::base64));
        field(RowTag.LOGOTYPE, texts.logotype().map(Picture::base64));
        field(RowTag.ALTERNATE_TEXT, texts.alternateText());
        field(RowTag.ALTERNATE_TEXT_LOGOTYPE, texts.alternateTextLogotype());
        field(RowTag.DISPLAY_OPTION, texts.displayOption());
    }

    private void visiting(VisitingRules rules) {
        for (VisitingRules.Age age : rules.ages()) {
            field(RowTag.VISITING_AGE, age.from());
            text(age.to());
            optional(age.comment());
        }
        field(RowTag.REFERRAL_RULES, rules.referral());
        field(RowTag.VISITING_RULES, rules.visiting());
    }

    private void function(UnitFunction function) {
        field(RowTag.FUNCTION, function.name());
        number(function.telephoneHours().size());
        function.telephoneHours().forEach(this::span);
        texts(function.telephoneNumbers());
    }

    private void temporary(TemporaryInformation information) {
        field(RowTag.TEMPORARY_INFORMATION, information.fromDate());
        text(information.toDate());
        text(information.text());
    }

    private void additional(String name, List<String> values) {
        field(RowTag.ADDITIONAL, name);
        texts(values);
    }

    private void problem(HsaId own, AttributeProblem problem) {
        number(RowTag.PROBLEM);
        Optional<HsaId> entry = problem.entry();
        // by its letters: an HSA-id in another case is equal, and not the same text
        boolean same = entry.filter(id -> id.value().equals(own.value())).isPresent();
        number(entry.isEmpty() ? 0 : same ? 1 : 2);
        if (!same) {
            entry.ifPresent(id -> text(id.value()));
        }
        text(problem.attribute());
        text(problem.problem());
        text(problem.expected());
    }

    private void ids(int tag, List<HsaId> ids) {
        ids.forEach(id -> field(tag, id.value()));
    }

    private void fields(int tag, List<String> values) {
        values.forEach(value -> field(tag, value));
    }

    private void field(int tag, Optional<String> value) {
        value.ifPresent(text -> field(tag, text));
    }

    private void field(int tag, String value) {
        number(tag);
        text(value);
    }

    @SafeVarargs
    private void optional(Optional<String>... values) {
        int there = 0;
        for (int i = 0; i < values.length; i++) {
            there |= values[i].isPresent() ? 1 << i : 0;
        }
        number(there);
        for (Optional<String> value : values) {
            value.ifPresent(this::text);
        }
    }

    private void texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
    }

    private void instant(Instant at) {
        long seconds = at.getEpochSecond();
        long zigzag = (seconds << 1) ^ (seconds >> 63);
        while ((zigzag & ~0x7FL) != 0) {
            octet((int) (zigzag & 0x7F) | 0x80);
            zigzag >>>= 7;
        }
        octet((int) zigzag);
        number(at.getNano());
    }

    private void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        textBytes += encoded.length;
    }

    private void number(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            octet(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    private void octet(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
