package se.ehealthsdk.hsa.index;

/**
 * What a field of a row is: one byte each. HSA-id, place, kind and marks come first in a row, without tags; then the
 * relations, so that they are read without what follows. Numbers are part of the form on disk: none is used for
 * something else later.
 */
final class RowTag {

    static final int END = 0;
    static final int CARE = 1;
    static final int RESPONSIBLE_PROVIDER = 2;
    static final int MEMBER = 3;
    static final int MANAGER = 4;
    static final int RT90 = 5;
    static final int SWEREF99_GRID = 6;
    static final int LATITUDE = 7;
    static final int LONGITUDE = 8;

    /** The first that the structure of the tree, of care and of places has no need of. */
    static final int REST = 9;

    static final int NAME = 9;
    static final int PUBLIC_NAME = 10;
    static final int ORG_NO = 11;
    static final int VALIDITY = 12;
    static final int FEIGNED = 13;
    static final int CHANGED = 14;
    static final int ALTERNATE_NAME = 15;
    static final int MAIL = 16;
    static final int TELEPHONE = 17;
    static final int SWITCHBOARD = 18;
    static final int TEXT_TELEPHONE = 19;
    static final int VIDEO_PHONE = 20;
    static final int FACSIMILE = 21;
    static final int NON_PUBLIC_TELEPHONE = 22;
    static final int SURGERY_HOUR = 23;
    static final int DROP_IN_HOUR = 24;
    static final int TELEPHONE_HOUR = 25;
    static final int VISITING_HOUR = 26;
    static final int POSTAL_ADDRESS = 27;
    static final int VISITING_ADDRESS = 28;
    static final int STREET = 29;
    static final int LOCATION = 30;
    static final int ROUTE = 31;
    static final int INDOOR_ROUTE = 32;
    static final int COUNTY_CODE = 33;
    static final int COUNTY_NAME = 34;
    static final int MUNICIPALITY_CODE = 35;
    static final int MUNICIPALITY_NAME = 36;
    static final int BUSINESS_CLASSIFICATION = 37;
    static final int BUSINESS_TYPE = 38;
    static final int CARE_TYPE = 39;
    static final int MANAGEMENT = 40;
    static final int FINANCING = 41;
    static final int CARE_LEVEL = 42;
    static final int SCHOOL_TYPE = 43;
    static final int DESTINATION = 44;
    static final int DESCRIPTION = 45;
    static final int PATIENT_INFORMATION = 46;
    static final int EXTRA_INFORMATION = 47;
    static final int WEB_PAGE = 48;
    static final int WEB_PAGE_1177 = 49;
    static final int PHOTO = 50;
    static final int LOGOTYPE = 51;
    static final int ALTERNATE_TEXT = 52;
    static final int ALTERNATE_TEXT_LOGOTYPE = 53;
    static final int DISPLAY_OPTION = 54;
    static final int VISITING_AGE = 55;
    static final int REFERRAL_RULES = 56;
    static final int VISITING_RULES = 57;
    static final int FUNCTION = 58;
    static final int TEMPORARY_INFORMATION = 59;
    static final int RELATED_UNIT = 60;
    static final int DIRECTORY_CONTACT = 61;
    static final int WORKPLACE_CODE = 62;
    static final int ADDITIONAL = 63;
    static final int PROBLEM = 64;

    private RowTag() {}
}
