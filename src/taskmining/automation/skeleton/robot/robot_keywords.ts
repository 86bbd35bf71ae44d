/** Keywords that every skeleton for Robot Framework has. Variables are written with a `§` here, as `§{name}`. */
export const KEYWORDS = `Open The Browser
    §{path}=    Evaluate    $BROWSER_PATH or None
    §{arguments}=    Evaluate    $BROWSER_ARGUMENTS.split()
    New Browser    chromium    headless=§{HEADLESS}    executablePath=§{path}    args=§{arguments}
    &{BEFORE}=    Create Dictionary
    Set Suite Variable    &{BEFORE}

Read Cases
    [Documentation]    A dictionary for each line of the input file; LINE is its number.
    §{text}=    Evaluate    open($INPUTS, encoding="utf-8-sig", newline="").read()
    §{delimiter}=    Evaluate    ";" if ";" in $text.splitlines()[0] and "," not in $text.splitlines()[0] else ","
    §{rows}=    Evaluate    list(csv.DictReader(io.StringIO($text), delimiter=$delimiter))    modules=csv, io
    §{cases}=    Evaluate    [dict({k: (v or "").strip() for k, v in r.items() if k}, LINE=n) for n, r in enumerate($rows, 2)]
    §{cases}=    Evaluate    $cases[max(0, int($FROM) - 2):]
    Should Not Be Empty    §{cases}    Expected a case a line in §{INPUTS} but found none from line §{FROM} on.
    RETURN    §{cases}

Begin Case
    [Arguments]    §{case}
    &{seen}=    Create Dictionary
    &{titles}=    Create Dictionary
    &{addresses}=    Create Dictionary
    &{pages}=    Create Dictionary
    Set Test Variable    §{CASE}    §{case}
    Set Test Variable    §{SEEN}    §{seen}
    Set Test Variable    §{TITLES}    §{titles}
    Set Test Variable    §{ADDRESSES}    §{addresses}
    Set Test Variable    §{PAGES}    §{pages}
    New Context

End Case
    Close Context
    Log To Console    line §{CASE}[LINE]: done

Begin Step
    [Arguments]    §{number}    §{label}
    Set Test Variable    §{STEP}    §{number}
    Set Test Variable    §{PLACE}    §{INPUTS}, line §{CASE}[LINE], step §{number} (§{label})

On Site
    [Documentation]    Turns to the page of a site, and opens it where the case has not yet.
    [Arguments]    §{site}    §{address}
    §{own}=    Evaluate    $CASE.get("address of " + $site) or $address
    Should Not Be Empty    §{own}    §{PLACE}: expected the address where a case begins in "§{site}". Write it into the variables of this file.
    §{page}=    Evaluate    $PAGES.get($site)
    IF    $page is None
        §{page}=    New Page    §{own}
        §{id}=    Evaluate    $page["page_id"]
        Evaluate    $PAGES.update({$site: $id})
    ELSE
        Switch Page    §{page}
    END
    §{title}=    Get Title
    §{url}=    Get Url
    Evaluate    $TITLES.update({$STEP: $title})
    Evaluate    $ADDRESSES.update({$STEP: $url})

Screen Should Be
    [Documentation]    Waits until the title, the address or a heading tells the screen.
    [Arguments]    §{name}    §{start}    §{end}    §{urlStart}    §{urlEnd}    §{heading}
    §{until}=    Evaluate    time.time() + float($TIMEOUT)    modules=time
    WHILE    True    limit=NONE
        §{title}=    Get Title
        §{url}=    Get Url
        §{byTitle}=    Fits    §{title}    §{start}    §{end}
        §{plain}=    Evaluate    re.sub(r"[?#].*$", "", $url)    modules=re
        §{byUrl}=    Fits    §{plain}    §{urlStart}    §{urlEnd}
        §{headings}=    Get Element Count    §{heading}
        IF    $byTitle or $byUrl or $headings > 0    RETURN
        §{now}=    Evaluate    time.time()    modules=time
        IF    $now > $until    Fail    §{PLACE}: expected the screen "§{name}" but found the title "§{title}" at §{url}.
        Sleep    0.1s
    END

Fits
    [Arguments]    §{text}    §{start}    §{end}
    §{plain}=    Evaluate    " ".join($text.split())
    §{fits}=    Evaluate    $start is not None and (($plain == $start or $plain.startswith($start + " ")) if $end is None else (len($plain) >= len($start + $end) and $plain.startswith($start) and $plain.endswith($end)))
    RETURN    §{fits}

Find
    [Documentation]    The one visible element that the first fitting selector finds; in a loop that of the pass.
    [Arguments]    §{name}    §{pass}    @{selectors}
    §{until}=    Evaluate    time.time() + float($TIMEOUT)    modules=time
    WHILE    True    limit=NONE
        FOR    §{selector}    IN    @{selectors}
            §{count}=    Get Element Count    §{selector} >> visible=true
            IF    $count == 1    RETURN    §{selector} >> visible=true
            IF    $count > 1 and 0 < int($pass) <= $count
                §{nth}=    Evaluate    int($pass) - 1
                RETURN    §{selector} >> visible=true >> nth=§{nth}
            END
            IF    $count > 1    Fail    §{PLACE}: expected one element "§{name}" but found §{count}.
        END
        §{now}=    Evaluate    time.time()    modules=time
        §{url}=    Get Url
        IF    $now > $until    Fail    §{PLACE}: expected an element "§{name}" but found none at §{url}. Nothing was done at this step. If it has a new name, write it into the variables of this file.
        Sleep    0.1s
    END

Text Of
    [Arguments]    §{found}
    §{text}=    Evaluate JavaScript    §{found}    (it) => (typeof it.value === "string" ? it.value : it.textContent || "").trim()
    RETURN    §{text}

Enter
    [Arguments]    §{found}    §{value}
    §{kind}=    Evaluate JavaScript    §{found}    (it) => it.tagName === "SELECT" ? "select" : it.type || ""
    IF    $kind == "select"
        Select Options By    §{found}    label    §{value}
    ELSE IF    $kind in ("checkbox", "radio")
        §{off}=    Evaluate    $value.lower() in ("", "0", "no", "false", "off", "unchecked")
        IF    $off    Uncheck Checkbox    §{found}    ELSE    Check Checkbox    §{found}
    ELSE
        Fill Text    §{found}    §{value}
    END

Remember
    [Arguments]    §{step}    §{value}
    Evaluate    $SEEN.update({$step: $value})
    Evaluate    $BEFORE.update({$step: $value})

Seen
    [Arguments]    §{step}
    §{value}=    Evaluate    $SEEN.get($step)
    RETURN    §{value}

Title At
    [Arguments]    §{step}
    §{value}=    Evaluate    $TITLES.get($step)
    RETURN    §{value}

Address At
    [Arguments]    §{step}
    §{value}=    Evaluate    $ADDRESSES.get($step)
    RETURN    §{value}

Case Before
    [Arguments]    §{step}
    §{value}=    Evaluate    $BEFORE.get($step)
    IF    $value is not None    RETURN    §{value}
    §{value}=    Ask    What was entered here last, before this run?
    RETURN    §{value}

Header
    [Arguments]    §{column}    §{pass}
    §{numbered}=    Evaluate    $column + " " + str($pass)
    §{header}=    Evaluate    $column if int($pass) == 0 or (int($pass) == 1 and $numbered not in $CASE) else $numbered
    RETURN    §{header}

Column
    [Documentation]    A cell of the input file.
    [Arguments]    §{column}    §{pass}
    §{header}=    Header    §{column}    §{pass}
    §{value}=    Evaluate    $CASE.get($header, "")
    Should Not Be Empty    §{value}    §{PLACE}: expected a value in the column "§{header}" but the cell is empty.
    RETURN    §{value}

Decide
    [Documentation]    What a person decides: the cell of the column if it is filled, else the answer to a question.
    [Arguments]    §{column}    §{pass}    §{why}
    §{header}=    Header    §{column}    §{pass}
    §{value}=    Evaluate    $CASE.get($header, "")
    IF    $value != ""    RETURN    §{value}
    §{value}=    Ask    §{why} §{header}?
    RETURN    §{value}

Ask
    [Arguments]    §{question}
    Log To Console    §{PLACE}: §{question}
    §{answer}=    Evaluate    sys.__stdin__.readline().strip()    modules=sys
    Should Not Be Empty    §{answer}    §{PLACE}: expected an answer but got none. Answer, or fill the column beforehand.
    RETURN    §{answer}

Rule
    [Arguments]    §{number}    @{inputs}
    §{json}=    Evaluate    json.dumps($inputs)    modules=json
    §{result}=    Run Process    node    §{CURDIR}/rules.mjs    §{number}    §{json}    stdout_encoding=UTF-8    output_encoding=UTF-8
    IF    $result.rc == 0    RETURN    §{result.stdout}
    §{value}=    Ask    Rule §{number} gives nothing for §{json}. Value?
    RETURN    §{value}

Passes
    [Documentation]    Numbers of the passes of a loop: as many as have one of its columns filled.
    [Arguments]    @{columns}
    §{passes}=    Create List
    WHILE    True    limit=NONE
        §{pass}=    Evaluate    len($passes) + 1
        §{filled}=    Set Variable    §{False}
        FOR    §{column}    IN    @{columns}
            §{header}=    Header    §{column}    §{pass}
            §{filled}=    Evaluate    $filled or $CASE.get($header, "") != ""
        END
        IF    not $filled    BREAK
        Append To List    §{passes}    §{pass}
    END
    Should Not Be Empty    §{passes}    §{INPUTS}, line §{CASE}[LINE]: expected at least one pass of @{columns} but found none.
    RETURN    §{passes}

Desktop Step
    [Documentation]    A step outside of the browser: its own keyword, or what DESKTOP says.
    [Arguments]    §{keyword}
    IF    $DESKTOP == "skip"    RETURN
    IF    $DESKTOP == "ask"
        Log To Console    §{PLACE}: do this step, then press Enter.
        Evaluate    sys.__stdin__.readline()    modules=sys
        RETURN
    END
    Run Keyword    §{keyword}
`.replaceAll("§{", "${");
