package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** What an assessment rests on ({@code KV_FKMU_0001}). Each form takes some of these. */
public enum Basis implements FormCode {
    /** The issuer's own examination; FK7804 1.x, AG7804 1.x, FK3226 and FK7800. */
    EXAMINATION("UNDERSOKNING", "Min undersökning"),
    /** The issuer's own examination, face to face; FK7804 2.0 and AG7804 2.0. */
    PHYSICAL_EXAMINATION("FYSISKUNDERSOKNING", "Min undersökning vid fysiskt vårdmöte"),
    /** The issuer's own examination by video; FK7804 2.0 and AG7804 2.0. */
    DIGITAL_EXAMINATION("DIGITALUNDERSOKNING", "Min undersökning vid digitalt vårdmöte"),
    /** A telephone call with the patient; sick notes. */
    TELEPHONE("TELEFONKONTAKT", "Telefonkontakt med patienten"),
    /** What the patient's records say; all. */
    RECORDS("JOURNALUPPGIFTER", "Journaluppgifter"),
    /** What a relative or someone else tells; FK7800. */
    RELATIVE("ANHORIG", "Anhörigs eller annans beskrivning"),
    /** Something else, which must be said; all. */
    OTHER("ANNAT", "Annat");

    private final CodedValue coded;

    Basis(String code, String text) {
        this.coded = CodedValue.of(code, "KV_FKMU_0001", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
