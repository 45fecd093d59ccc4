namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private const string Codes = """ "columns":[{"name":"code","type":"integer"}] """;

    private static readonly RestCase[] OfPages =
    [
        new("Counted pages end with the flag", $$$"""{"path":"/pages/number","query":{"size":"2","count":"5"},"result":"$.data.rows",{{{Codes}}},"paging":{"kind":"page","parameter":"page","more":"$.data.more"}}""", "[]", 200, Streamed("[1],[2],[3],[4],[5]")),
        new("Counted pages end with a short one", $$$"""{"path":"/pages/number","query":{"size":"2","count":"5"},"result":"$.data.rows",{{{Codes}}},"paging":{"kind":"page","parameter":"page","size":2}}""", "[]", 200, Streamed("[1],[2],[3],[4],[5]")),
        new("Counted pages end with an empty one", $$$"""{"path":"/pages/number","query":{"size":"2","count":"4"},"result":"$.data.rows",{{{Codes}}},"paging":{"kind":"page","parameter":"page"}}""", "[]", 200, Streamed("[1],[2],[3],[4]")),
        new("Pages may count rows", $$$"""{"path":"/pages/offset","query":{"size":"3","count":"7"},{{{Codes}}},"paging":{"kind":"page","parameter":"offset","first":0,"step":3,"size":3}}""", "[]", 200, Streamed("[1],[2],[3],[4],[5],[6],[7]")),
        new("Short and empty pages are not the last while there is more", """{"path":"/odd/filtered","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"page","parameter":"page","size":2,"more":"$.more"}}""", "[]", 200, """{"columns":[{"name":"n","type":"integer"}],"rows":[[1],[3]],"ok":true}"""),
        new("The page of a search stands in its body", $$$"""{"verb":"POST","safety":"Safe","path":"/pages/search","body":{"text":"{text}","take":{"size":2}},"result":"rows",{{{Codes}}},"paging":{"kind":"page","in":"body","parameter":"take.page","size":2}}""", """["молоко"]""", 200, Streamed("[1],[2],[3]")),
        new("A cursor leads on", $$$"""{"path":"/pages/cursor","query":{"size":"2","count":"3"},"result":"rows",{{{Codes}}},"paging":{"kind":"cursor","parameter":"cursor","next":"$.nextCursor"}}""", "[]", 200, Streamed("[1],[2],[3]")),
        new("A whole link leads on", $$$"""{"path":"/pages/link","query":{"size":"2","count":"3"},"result":"rows",{{{Codes}}},"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, Streamed("[1],[2],[3]")),
        new("A relative link leads on", $$$"""{"path":"/pages/link","query":{"size":"2","count":"3","relative":"true"},"result":"rows",{{{Codes}}},"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, Streamed("[1],[2],[3]")),
        new("The header Link leads on", $$$"""{"path":"/pages/header","query":{"size":"2","count":"3"},{{{Codes}}},"paging":{"kind":"link"}}""", "[]", 200, Streamed("[1],[2],[3]")),
        new("One page is a table that can be repeated", $$$"""{"path":"/pages/link","query":{"size":"5","count":"2"},"result":"rows",{{{Codes}}},"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"columns":[{"name":"code","type":"integer"}],"rows":[[1],[2]]}"""),
        new("Pages may be one list", """{"path":"/pages/cursor","query":{"size":"2","count":"3"},"result":"$.rows[*].code","resultType":"list","paging":{"kind":"cursor","parameter":"cursor","next":"$.nextCursor"}}""", "[]", 200, """["00001","00002","00003"]"""),
        new("Columns of the first page are wide enough", """{"path":"/odd/widens","result":"rows","paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"columns":[{"name":"a","type":"decimal"},{"name":"b","type":"string"}],"rows":[[1.0,null],[1.5,"x"]],"ok":true}"""),
        new("A new member after the first page is told", """{"path":"/odd/member","result":"rows","paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[1.0]],"ok":false,"error":{"code":"InvalidResult","message":"The answer has a new member 'b' in row 2, after the first page. Declare \"columns\" in the template."}}"""),
        new("A cell of a later page that does not fit is told", """{"path":"/odd/kind","result":"rows","paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[1.0]],"ok":false,"error":{"code":"InvalidResult","reason":"UNEXPECTED_ANSWER"}}"""),
        new("A page that fails ends the rows with its error", """{"path":"/odd/fails","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[0],[1],[1],[2]],"ok":false,"error":{"code":"Rejected","reason":"HTTP_500"}}"""),
        new("A ring of pages ends", """{"path":"/odd/ring","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[0],[1],[1],[2]],"ok":false,"error":{"code":"InvalidResult","reason":"PAGING_RING"}}"""),
        new("Pages without end are too many", """{"path":"/odd/endless","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next","maxPages":3}}""", "[]", 200, """{"rows":[[0],[1],[1],[2],[2],[3]],"ok":false,"error":{"code":"TooLarge","reason":"TOO_MANY_PAGES"}}"""),
        new("More rows than allowed are refused", """{"path":"/pages/number","query":{"size":"100","count":"300"},"result":"$.data.rows","columns":[{"name":"code"}],"paging":{"kind":"page","parameter":"page","maxRows":50}}""", "[]", 413, """{"code":"TooLarge","reason":"TOO_MANY_ROWS","message":"The answer has more than 50 rows. Narrow the request."}"""),
        new("A list over its rows is refused", """{"path":"/pages/number","query":{"size":"100","count":"300"},"result":"$.data.rows","resultType":"list","paging":{"kind":"page","parameter":"page","maxRows":150}}""", "[]", 413, """{"code":"TooLarge","reason":"TOO_MANY_ROWS"}"""),
        new("A link to another host is refused", """{"path":"/odd/away","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[0],[1]],"ok":false,"error":{"code":"Failed","reason":"ADDRESS_REFUSED"}}"""),
        new("A link to another port is refused", """{"path":"/odd/away-port","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"rows":[[0],[1]],"ok":false,"error":{"code":"Failed","reason":"ADDRESS_REFUSED"}}"""),
        new("A link with a user is refused", """{"path":"/odd/user","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 502, """{"code":"InvalidResult","reason":"NEXT_LINK_UNUSABLE"}"""),
        new("A link to a file is refused", """{"path":"/odd/file","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 502, """{"code":"InvalidResult","reason":"NEXT_LINK_UNUSABLE"}"""),
        new("A link that is null ends the pages", """{"path":"/odd/null","result":"rows","columns":[{"name":"n","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""", "[]", 200, """{"columns":[{"name":"n","type":"integer"}],"rows":[[0],[1]]}"""),
    ];

    private static string Streamed(string rows) => $$"""{"columns":[{"name":"code","type":"integer"}],"rows":[{{rows}}],"ok":true}""";
}
