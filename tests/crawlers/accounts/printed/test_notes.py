from tests.crawlers.accounts.printed.pages import read, values

GROUP = """
CONSOLIDATED BALANCE SHEET
 | 2024 | 2023
 | £ | £
Cash | 5 | 4
=
"""


def test_what_profit_is_stated_after_charging_is_summed_by_kind() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    5. OPERATING PROFIT
    The operating profit is stated after charging/(crediting):
                                    | 2024   | 2023
                                    | £      | £
    Depreciation - owned assets     | 80     | 60
    Depreciation - leased assets    | 20     | 15
    Goodwill amortisation           | 7      | 7
    Impairment of goodwill          | 3      | -
    Impairment of trade debtors     | 9      | 9
    Operating lease rentals - land  | 40     | 38
    Operating lease rentals - other | 2      | 2
    Auditors' remuneration          | 12     | 11
    """)

    assert values(found) == {
        "company depreciation 2024": "100",
        "company depreciation 2023": "75",
        "company amortisation 2024": "7",
        "company amortisation 2023": "7",
        "company impairment 2024": "3",
        "company impairment 2023": "0",
        "company operating_lease_rent 2024": "42",
        "company operating_lease_rent 2023": "40",
    }
    assert found.figures[0].note == "the sum of 2 rows"
    assert found.figures[0].shown == "80 + 20"
    assert found.figures[0].confidence < 0.9


def test_a_rate_of_depreciation_is_no_charge() -> None:
    found = read("""
    ACCOUNTING POLICIES
    Depreciation is provided at these rates:
                 | 2024 | 2023
                 | £    | £
    Depreciation | 25   | 25
    """)

    assert found.figures == ()


def test_staff_costs_and_their_number_are_totals_that_the_rows_prove() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    7 | Staff costs
                          | 2024 £ | 2023 £
    Wages and salaries    | 900    | 800
    Social security costs | 90     | 80
                          | 990    | 880
    The average monthly number of employees, including directors, was as follows:
                          | 2024 No. | 2023 No.
    Care                  | 30       | 28
    Operations            | 4        | 4
                          | 34       | 32
    """)

    assert values(found) == {
        "company staff_costs 2024": "990",
        "company staff_costs 2023": "880",
        "company employees 2024": "34",
        "company employees 2023": "32",
    }


def test_a_number_of_staff_in_parts_without_their_total_is_not_read() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    The average number of employees during the year was:
         | 2024 | 2023
    Care | 30   | 28
    Head office | 4 | 4
    """)

    assert found.figures == ()


def test_a_number_of_staff_in_one_row_is_read() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
                                | 2024 | 2023
    Average number of employees | 30   | 28
    """)

    assert values(found) == {"company employees 2024": "30", "company employees 2023": "28"}


def test_a_number_of_staff_under_a_balance_sheet_is_of_the_period() -> None:
    found = read(
        "MICRO-ENTITY BALANCE SHEET\nas at 31 March 2024\n | 2024\n | £\nNet assets | 5\n"
        " | Number\nAverage number of employees | 3"
    )

    assert values(found) == {"company net_assets 2024": "5", "company employees 2024": "3"}
    assert found.figures[1].period.start is not None


def test_the_pay_of_all_directors_is_read_and_that_of_the_one_paid_most_is_not() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    8 | Directors' remuneration
    The directors' remuneration for the year was as follows:
                 | 2024 £ | 2023 £
    Remuneration | 300    | 250
    Pensions     | 10     | 10
    In respect of the highest paid director:
                 | 2024 £ | 2023 £
    Remuneration | 150    | 140
    """)

    assert values(found) == {
        "company directors_pay 2024": "300",
        "company directors_pay 2023": "250",
    }


def test_the_remuneration_of_all_directors_is_their_pay() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    Directors' remuneration
                                  | 2024 £ | 2023 £
    Remuneration of all directors | 300    | 250
    Of the highest paid director  | 150    | 140
    """)

    assert values(found) == {
        "company directors_pay 2024": "300",
        "company directors_pay 2023": "250",
    }


def test_the_number_of_directors_with_pensions_is_no_pay() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    Directors' remuneration
                            | 2024 No. | 2023 No.
    Directors' remuneration | 2        | 2
    """)

    assert found.figures == ()


def test_debts_of_both_terms_are_summed() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    CREDITORS: AMOUNTS FALLING DUE WITHIN ONE YEAR
                                           | 2024 | 2023
                                           | £    | £
    Bank loans and overdrafts (see note 9) | 10   | 8
    Other loans                            | 5    | -
    Hire purchase contracts                | 3    | 2
    Amounts owed to group undertakings     | 50   | 40
    Trade creditors                        | 20   | 20
                                           | 88   | 70
    CREDITORS: AMOUNTS FALLING DUE AFTER MORE THAN ONE YEAR
                                           | 2024 | 2023
                                           | £    | £
    Bank loans (see note 9)                | 100  | 110
    Hire purchase contracts                | 6    | 4
    """)

    assert values(found) == {
        "company borrowings_within_one_year 2024": "15",
        "company borrowings_within_one_year 2023": "8",
        "company borrowings_after_one_year 2024": "100",
        "company borrowings_after_one_year 2023": "110",
        "company borrowings 2024": "115",
        "company borrowings 2023": "118",
        "company finance_leases 2024": "9",
        "company finance_leases 2023": "6",
        "company owed_to_group 2024": "50",
        "company owed_to_group 2023": "40",
    }


def test_debts_of_a_group_are_read_only_under_heads_that_say_whose() -> None:
    plain = """
    NOTES TO THE FINANCIAL STATEMENTS
    CREDITORS: AMOUNTS FALLING DUE WITHIN ONE YEAR
               | 2024 | 2023
               | £    | £
    Bank loans | 10   | 8
    """
    headed = """
    NOTES TO THE FINANCIAL STATEMENTS
    CREDITORS: AMOUNTS FALLING DUE WITHIN ONE YEAR
               | Group |      | Company
               | 2024  | 2023 | 2024 | 2023
               | £     | £    | £    | £
    Bank loans | 10    | 8    | -    | 1
    """

    assert set(values(read(GROUP + plain))) == {"group cash 2024", "group cash 2023"}
    assert values(read(GROUP + headed))["group borrowings_within_one_year 2024"] == "10"
    assert values(read(GROUP + headed))["company borrowings_within_one_year 2023"] == "1"


def test_a_table_under_one_word_is_of_whom_it_says() -> None:
    found = read(
        GROUP
        + """
        NOTES TO THE FINANCIAL STATEMENTS
        CREDITORS: AMOUNTS FALLING DUE WITHIN ONE YEAR
        Company
                   | 2024 | 2023
                   | £    | £
        Bank loans | 10   | 8
        """
    )

    assert values(found)["company borrowings_within_one_year 2024"] == "10"


def test_one_number_for_depreciation_and_amortisation_says_so() -> None:
    cash = """
    CASH FLOW STATEMENT
    FOR THE YEAR ENDED 31 MARCH 2024
                                  | 2024  | 2023
                                  | £     | £
    Depreciation and amortisation | 90    | 80
    Equity dividends paid         | (12)  | (10)
    """
    found = read(cash)

    assert values(found)["company depreciation 2024"] == "90"
    assert values(found)["company dividends 2024"] == "12"
    assert found.figures[0].note == "one number for depreciation and amortisation"


def test_depreciation_of_the_account_counts_before_that_of_the_notes() -> None:
    found = read("""
    INCOME STATEMENT
                 | 2024 | 2023
                 | £    | £
    Depreciation | (70) | (60)
    =
    NOTES TO THE FINANCIAL STATEMENTS
    Operating profit is stated after charging:
                 | 2024 | 2023
                 | £    | £
    Depreciation | 71   | 61
    """)

    assert values(found) == {"company depreciation 2024": "70", "company depreciation 2023": "60"}


def test_new_heads_begin_a_new_table() -> None:
    found = read("""
    NOTES TO THE FINANCIAL STATEMENTS
    Operating profit is stated after charging:
                 | 2024 | 2023
                 | £    | £
    Depreciation | 71   | 61
                 | 2024 | 2023
                 | £    | £
    Amortisation | 5    | 5
    """)

    assert values(found) == {"company depreciation 2024": "71", "company depreciation 2023": "61"}


def test_notes_without_a_table_say_nothing() -> None:
    assert (
        read("NOTES TO THE FINANCIAL STATEMENTS\nDepreciation is charged over 5 years.").figures
        == ()
    )
