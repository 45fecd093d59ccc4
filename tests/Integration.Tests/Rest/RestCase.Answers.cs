namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private static readonly RestCase[] OfAnswers =
    [
        new("A part of the answer", """{"path":"/pages/number","query":{"page":"1","size":"2"},"result":"$.data.rows[1].name"}""", "[]", 200, "\"Товар 2\""),
        new("Many parts are a list", """{"path":"/pages/offset","query":{"offset":"0","size":"3"},"result":"$[*].code"}""", "[]", 200, """["00001","00002","00003"]"""),
        new("A filter of the path", """{"path":"/pages/offset","query":{"offset":"0","size":"4"},"result":"$[?(@.marked == true)].code"}""", "[]", 200, """["00002","00004"]"""),
        new("Rows become a table", """{"path":"/pages/offset","query":{"offset":"0","size":"1"},"resultType":"table"}""", "[]", 200, """{"columns":[{"name":"code","type":"string"},{"name":"name","type":"string"},{"name":"price","type":"decimal"},{"name":"left","type":"integer"},{"name":"marked","type":"boolean"},{"name":"expires","type":"string"}],"rows":[["00001","Товар 1",1.50,1,false,"2026-12-31"]]}"""),
        new("Rows become a table of declared columns", """{"path":"/pages/offset","query":{"offset":"8","size":"2"},"columns":[{"name":"Код","path":"code","type":"integer"},{"name":"price","type":"decimal"},{"name":"Годен","path":"$.expires","type":"dateTime"},{"name":"нет","type":"string"}]}""", "[]", 200, """{"columns":[{"name":"Код","type":"integer"},{"name":"price","type":"decimal"},{"name":"Годен","type":"dateTime"},{"name":"нет","type":"string"}],"rows":[[9,9.50,"2026-12-31T00:00:00",null],[10,10.50,null,null]]}"""),
        new("A column may need a search", """{"path":"/json","query":{"text":"[{{\"a\":[{{\"k\":1,\"v\":\"x\"}},{{\"k\":2,\"v\":\"y\"}}]}}]"},"columns":[{"name":"v","path":"$.a[?(@.k == 2)].v"}]}""", "[]", 200, """{"columns":[{"name":"v","type":"string"}],"rows":[["y"]]}"""),
        new("A cell of another kind is told with its row", """{"path":"/pages/offset","query":{"offset":"0","size":"1"},"columns":[{"name":"name","type":"integer"}]}""", "[]", 502, """{"code":"InvalidResult","reason":"UNEXPECTED_ANSWER","message":"The answer has a string in row 1, column 'name', where a integer is declared. Check \"columns\" of the template.","inDoubt":false}"""),
        new("No rows are an empty table", """{"path":"/pages/offset","query":{"offset":"900"},"columns":[{"name":"code"}]}""", "[]", 200, """{"columns":[{"name":"code","type":"string"}],"rows":[]}"""),
        new("An answer that means none is null", """{"path":"/goods/{code}","emptyOn":["404"]}""", """["нет"]""", 200, "null"),
        new("An answer that means none is a table without rows", """{"path":"/status/204","emptyOn":["2xx"],"columns":[{"name":"code"}]}""", "[]", 200, """{"columns":[{"name":"code","type":"string"}],"rows":[]}"""),
        new("Bytes come as they are", """{"path":"/bytes","resultType":"binary"}""", "[]", 200, "\"AAH+/w==\""),
        new("Text comes as it is", """{"path":"/text/200","resultType":"string"}""", "[]", 200, "\"просто текст\""),
        new("An old encoding is read", """{"path":"/encoded","result":"name"}""", "[]", 200, "\"Молоко\""),
        new("Two bytes a letter are read", """{"path":"/utf16","result":"name"}""", "[]", 200, "\"Молоко\""),
        new("A byte order mark is passed over", """{"path":"/bom","result":"name"}""", "[]", 200, "\"Молоко\""),
        new("Digits are kept", """{"path":"/json","query":{"text":"[12.500,79228162514264337593543950335,-0.1,9223372036854775807]"}}""", "[]", 200, "[12.500,79228162514264337593543950335.0,-0.1,9223372036854775807]"),
        new("A number of too many digits is refused", """{"path":"/json","query":{"text":"[1234567890123456789012345678901234567890]"}}""", "[]", 502, """{"code":"InvalidResult"}"""),
        new("Nothing at the path is told", """{"path":"/goods/00001","result":"$.data.rows"}""", "[]", 502, """{"code":"InvalidResult","reason":"UNEXPECTED_ANSWER","message":"The answer has nothing at '$.data.rows'. Check \"result\" of the template."}"""),
        new("Another kind than declared is told", """{"path":"/goods/00001","resultType":"list"}""", "[]", 502, """{"code":"InvalidResult","message":"The answer is a record, not a list. Check \"resultType\" of the template."}"""),
        new("A web page is told", """{"path":"/page/200"}""", "[]", 422, """{"code":"Rejected","reason":"NOT_JSON","inDoubt":false}"""),
        new("A web page after a change is in doubt", """{"verb":"POST","path":"/page/200"}""", "[]", 422, """{"code":"Rejected","reason":"NOT_JSON","inDoubt":true}"""),
        new("Broken JSON is told", """{"path":"/broken"}""", "[]", 422, """{"code":"Rejected","reason":"NOT_JSON"}"""),
        new("An answer over the limit is refused", """{"path":"/big","query":{"megabytes":"17"}}""", "[]", 413, """{"code":"TooLarge","reason":"ANSWER_TOO_LARGE","inDoubt":false}"""),
        new("A slow answer is given up at the method's limit", """{"path":"/slow","query":{"milliseconds":"20000"},"timeLimit":"00:00:02"}""", "[]", 504, """{"code":"Timeout","reason":"NO_ANSWER","inDoubt":false}"""),
        new("A slow change is in doubt", """{"verb":"POST","path":"/slow","query":{"milliseconds":"20000"},"timeLimit":"00:00:02"}""", "[]", 504, """{"code":"Timeout","reason":"NO_ANSWER","inDoubt":true}"""),
        new("A redirect is not followed", """{"path":"/moved"}""", "[]", 422, """{"code":"Rejected","reason":"HTTP_302"}"""),
    ];
}
