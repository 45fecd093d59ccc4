namespace Integration.Tests.Soap;

/// <summary>What callers of the server get from SOAP services: PHP's, the npm package's, and an emulator for what those do not do.</summary>
[TestClass]
public sealed class SoapContractTests
{
    private static SoapRig rig = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => rig = await SoapRig.StartAsync();

    [ClassCleanup]
    public static async Task EndAsync() => await rig.DisposeAsync();

    [TestMethod]
    [DataRow("{'method':'Echo','args':{'text':'Привет <&> мир'}}", "{'text':'Привет <&> мир'}", DisplayName = "text with markup")]
    [DataRow("{'method':'Эхо','args':{'text':''}}", "{'text':''}", DisplayName = "empty text, an alias")]
    [DataRow("{'method':'Echo','args':{'text':null}}", "{'text':null}", DisplayName = "nil")]
    [DataRow("{'method':'Echo','args':{'flag':true}}", "{'flag':true}", DisplayName = "boolean")]
    [DataRow("{'method':'Echo','args':{'whole':-2147483648}}", "{'whole':-2147483648}", DisplayName = "the least int")]
    [DataRow("{'method':'Echo','args':{'exact':12.50}}", "{'exact':12.50}", DisplayName = "decimal, as PHP writes it")]
    [DataRow("{'method':'Echo','args':{'moment':'2026-03-02T10:20:30'}}", "{'moment':{'$type':'dateTime','value':'2026-03-02T10:20:30'}}", DisplayName = "time without zone")]
    [DataRow("{'method':'Echo','args':{'moment':'2026-03-02T10:20:30+03:00'}}", "{'moment':{'$type':'dateTimeOffset','value':'2026-03-02T10:20:30+03:00'}}", DisplayName = "moment with its offset")]
    [DataRow("{'method':'Echo','args':{'day':'2026-03-02'}}", "{'day':{'$type':'dateTime','value':'2026-03-02T00:00:00'}}", DisplayName = "day")]
    [DataRow("{'method':'Echo','args':{'bytes':'AAECAw=='}}", "{'bytes':{'$type':'binary','value':'AAECAw=='}}", DisplayName = "base64")]
    [DataRow("{'method':'Echo','args':{'hex':'0AFF'}}", "{'hex':{'$type':'binary','value':'Cv8='}}", DisplayName = "hexadecimal")]
    [DataRow("{'method':'Echo','args':{'colour':'green'}}", "{'colour':'green'}", DisplayName = "enumeration")]
    [DataRow("{'method':'Echo','args':{}}", "{}", DisplayName = "nothing given")]
    [DataRow("{'class':'Shop','method':'Echo','args':{'whole':5}}", "{'whole':5}", DisplayName = "class is the service")]
    [DataRow("{'class':'ShopSoap','method':'Echo','args':{'whole':5}}", "{'whole':5}", DisplayName = "class is the port")]
    [DataRow("{'class':'ShopSoap12','method':'Echo','args':{'whole':5}}", "{'whole':5}", DisplayName = "class is the other port")]
    [DataRow("{'method':'ShopSoap.Echo','args':{'whole':5}}", "{'whole':5}", DisplayName = "port and operation in one name")]
    [DataRow("{'method':'List','args':{'count':2}}", "{'columns':[{'name':'code','type':'string'},{'name':'price','type':'decimal'},{'name':'since','type':'dateTime'},{'name':'tag','type':'list'}],'rows':[['A-1',1.50,'2026-03-02T10:20:30',['t1']],['A-2',2.50,null,['t2','t2']]]}", DisplayName = "rows to a table, a part of the result")]
    [DataRow("{'method':'List','args':{'count':0}}", "{'columns':[{'name':'code','type':'string'},{'name':'price','type':'decimal'},{'name':'since','type':'dateTime'},{'name':'tag','type':'list'}],'rows':[]}", DisplayName = "no rows")]
    [DataRow("{'method':'Total','args':{'items':[{'code':'a','price':1.25},{'code':'b','price':2.50}]}}", "{'sum':3.75,'count':2}", DisplayName = "a list of records")]
    [DataRow("{'method':'Total','args':{'items':{'item':{'code':'a','price':1.25}}}}", "{'sum':1.25,'count':1}", DisplayName = "one record where several may be")]
    [DataRow("{'method':'Total','args':{'items':[]}}", "{'sum':0.0,'count':0}", DisplayName = "an empty list")]
    [DataRow("{'method':'WhoAmI'}", "'nobody'", DisplayName = "no arguments")]
    public Task PHP_document_literal(string body, string expected) => AnswersAsync(rig.Php, "shop", body, expected);

    [TestMethod]
    [DataRow("shop12", "{'method':'Echo','args':{'text':'1.2','whole':1}}", "{'text':'1.2','whole':1}", DisplayName = "SOAP 1.2")]
    [DataRow("shop12", "{'method':'Total','args':{'items':[{'code':'a','price':1}]}}", "{'sum':1.00,'count':1}", DisplayName = "SOAP 1.2, records")]
    [DataRow("shopAuth", "{'method':'WhoAmI'}", "'anna'", DisplayName = "signed in")]
    [DataRow("calc", "{'method':'Divide','args':{'a':7,'b':2}}", "{'quotient':3,'rest':1}", DisplayName = "rpc, two results")]
    [DataRow("calc", "{'method':'Divide','args':[7,2]}", "{'quotient':3,'rest':1}", DisplayName = "rpc, by position")]
    [DataRow("calc", "{'method':'Join','args':{'words':['a','b','c'],'between':'-'}}", "'a-b-c'", DisplayName = "rpc, a list")]
    [DataRow("calc", "{'method':'Join','args':{'words':[],'between':'-'}}", "''", DisplayName = "rpc, an empty list")]
    [DataRow("calc", "{'method':'Middle','args':{'from':{'x':0,'y':0},'to':{'x':1,'y':3}}}", "{'x':0.5,'y':1.5}", DisplayName = "rpc, records")]
    [DataRow("calc", "{'method':'Ask','args':{'name':'Анна'}}", "'Привет, Анна'", DisplayName = "rpc, Cyrillic")]
    public Task PHP_other_ways(string id, string body, string expected) => AnswersAsync(rig.Php, id, body, expected);

    [TestMethod]
    [DataRow("{'method':'GetStock','args':{'count':2}}", "{'columns':[{'name':'@id','type':'integer'},{'name':'code','type':'string'},{'name':'qty','type':'decimal'}],'rows':[[1,'B-1',1.25],[2,'B-2',2.25]]}", DisplayName = "rows with attributes")]
    [DataRow("{'method':'GetStock','args':{'count':'0'}}", "{'columns':[{'name':'@id','type':'integer'},{'name':'code','type':'string'},{'name':'qty','type':'decimal'}],'rows':[]}", DisplayName = "no rows")]
    [DataRow("{'method':'Describe','args':{'item':{'code':'x','qty':1.50,'mark':['m1','m2']}}}", "'x x 1.5 [m1+m2]'", DisplayName = "a nested record with a list")]
    [DataRow("{'method':'Describe','args':{}}", "'none x ? []'", DisplayName = "an optional record left out")]
    [DataRow("{'method':'Later'}", "'later'", DisplayName = "an answer that takes its time")]
    [DataRow("{'class':'Stock','method':'Later'}", "'later'", DisplayName = "class is the service")]
    public Task Npm_document_literal(string body, string expected) => AnswersAsync(rig.Npm, "stock", body, expected);

    [TestMethod]
    [DataRow("gate", "{'method':'Ping'}", "true", DisplayName = "1C, SOAP 1.1")]
    [DataRow("gate12", "{'method':'Ping'}", "true", DisplayName = "1C, SOAP 1.2")]
    [DataRow("gate", "{'method':'GetRemains','args':{'Warehouse':'7','OnDate':'2026-03-02T00:00:00'}}", "{'return':{'$type':'table','value':{'columns':[{'name':'Code','type':'string'},{'name':'Qty','type':'decimal'},{'name':'Date','type':'dateTime'}],'rows':[['A-1',12.50,null]]}},'Comment':'calculated'}", DisplayName = "1C, return and an out parameter")]
    [DataRow("gate12", "{'method':'Записать','args':{'Документ':[{'Code':'a','Qty':1}]}}", "''", DisplayName = "1C, Cyrillic")]
    [DataRow("windows-1251", "{'method':'GetRemains','args':['7','2026-03-02T00:00:00']}", "{'return':{'$type':'table','value':{'columns':[{'name':'Code','type':'string'},{'name':'Qty','type':'decimal'},{'name':'Date','type':'dateTime'}],'rows':[]}},'Comment':'Склад №1'}", DisplayName = "windows-1251 by the header")]
    [DataRow("declared-1251", "{'method':'GetRemains','args':['7','2026-03-02T00:00:00']}", "{'return':{'$type':'table','value':{'columns':[{'name':'Code','type':'string'},{'name':'Qty','type':'decimal'},{'name':'Date','type':'dateTime'}],'rows':[]}},'Comment':'Ёлка'}", DisplayName = "windows-1251 by the declaration")]
    [DataRow("utf-16", "{'method':'GetRemains','args':['7','2026-03-02T00:00:00']}", "{'return':{'$type':'table','value':{'columns':[{'name':'Code','type':'string'},{'name':'Qty','type':'decimal'},{'name':'Date','type':'dateTime'}],'rows':[]}},'Comment':'Шина'}", DisplayName = "utf-16")]
    [DataRow("headers", "{'method':'Ping'}", "true", DisplayName = "headers in the answer")]
    [DataRow("basic", "{'method':'Ping'}", "true", DisplayName = "Basic sign-in in Cyrillic")]
    [DataRow("safe503", "{'method':'Ping'}", "true", DisplayName = "a safe call is repeated")]
    [DataRow("attached", "{'method':'Get','args':{'name':'n'}}", "{'name':'n','plain':{'$type':'binary','value':'AP8NCi0tYg=='},'typed':{'@contentType':'image/png','#text':{'$type':'binary','value':'AAEC'}}}", DisplayName = "MTOM")]
    [DataRow("attachedSwa", "{'method':'Get','args':{'name':'n'}}", "{'name':'n','linked':{'$type':'binary','value':'AQID'}}", DisplayName = "SOAP with attachments")]
    [DataRow("notify", "{'method':'Notify','args':{'text':'t'}}", "null", DisplayName = "one way")]
    public Task Emulated(string id, string body, string expected) => AnswersAsync(null, id, body, expected);

    [TestMethod]
    [DataRow("shop", "{'method':'Fail','args':{'kind':'client'}}", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "No such item.", DisplayName = "PHP, a fault of the client")]
    [DataRow("shop", "{'method':'Fail','args':{'kind':'place'}}", 422, "Rejected", "SOAP_FAULT_SERVER", false, "Товара нет на складе", DisplayName = "PHP, the place in 1C code taken away")]
    [DataRow("shop", "{'method':'Fail','args':{'kind':'detail'}}", 422, "Rejected", "SOAP_FAULT_SERVER", false, "Out of stock", DisplayName = "PHP, a fault with detail")]
    [DataRow("shop12", "{'method':'Fail','args':{'kind':'place'}}", 422, "Rejected", "SOAP_FAULT_SERVER", false, "Товара нет на складе", DisplayName = "PHP, SOAP 1.2")]
    [DataRow("shop", "{'method':'Fail','args':{'kind':'long'}}", 422, "Rejected", "SOAP_FAULT_SERVER", false, "long long", DisplayName = "PHP, a long text is cut")]
    [DataRow("calc", "{'method':'Divide','args':{'a':1,'b':0}}", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "Division by zero", DisplayName = "PHP rpc, a fault")]
    public Task PHP_says_no(string id, string body, int status, string code, string reason, bool inDoubt, string message) => FailsAsync(rig.Php, id, body, status, code, reason, inDoubt, message);

    [TestMethod]
    [DataRow("stock", "{'method':'Refuse','args':{'code':'soap:Client','text':'Not yours'}}", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "Not yours", DisplayName = "npm, a fault of the client")]
    [DataRow("stock", "{'method':'Refuse','args':{'code':'soap:Server','text':'Broken inside'}}", 422, "Rejected", "SOAP_FAULT_SERVER", false, "Broken inside", DisplayName = "npm, a fault of the server")]
    [DataRow("stock", "{'method':'GetStock','args':{}}", 400, "InvalidArguments", null, false, "count: missing", DisplayName = "npm, an argument missing")]
    public Task Npm_says_no(string id, string body, int status, string code, string? reason, bool inDoubt, string message) => FailsAsync(rig.Npm, id, body, status, code, reason, inDoubt, message);

    [TestMethod]
    [DataRow("fault11", 422, "Rejected", "SOAP_FAULT_SERVER", false, "Недостаточно товара на складе", DisplayName = "a fault of 1C")]
    [DataRow("fault12", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "Мало товара", DisplayName = "a fault of SOAP 1.2 in Russian")]
    [DataRow("fault200", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "Bad request", DisplayName = "a fault under status 200")]
    [DataRow("fault400", 422, "Rejected", "SOAP_FAULT_CLIENT", false, "Bad element", DisplayName = "a fault under status 400")]
    [DataRow("fault-must", 422, "Rejected", "SOAP_FAULT_MUST_UNDERSTAND", false, "Header unknown", DisplayName = "a header not understood")]
    [DataRow("fault-version", 422, "Rejected", "SOAP_FAULT_VERSION", false, "Wrong version", DisplayName = "the wrong version")]
    [DataRow("fault-access", 502, "AccessDenied", "SOAP_FAULT_ACCESS", false, "Who are you", DisplayName = "credentials refused by a fault")]
    [DataRow("fault-empty", 422, "Rejected", "SOAP_FAULT_SERVER", false, "a fault without text (Server)", DisplayName = "a fault without text")]
    [DataRow("mapped", 409, "Conflict", "NO_STOCK", false, "Not enough stock.", DisplayName = "a fault by the settings")]
    [DataRow("html200", 422, "Rejected", "NOT_XML", true, "answered with a web page", DisplayName = "a page under status 200")]
    [DataRow("html500", 422, "Rejected", "HTTP_500", true, "refused", DisplayName = "a page under status 500")]
    [DataRow("text", 422, "Rejected", "NOT_XML", true, "answered with something else", DisplayName = "text")]
    [DataRow("empty", 502, "InvalidResult", "EMPTY_ANSWER", true, "answered with nothing", DisplayName = "nothing")]
    [DataRow("empty500", 422, "Rejected", "HTTP_500", true, "refused", DisplayName = "nothing under status 500")]
    [DataRow("broken", 502, "InvalidResult", "XML_BROKEN", true, "not well-formed", DisplayName = "cut off")]
    [DataRow("dtd", 502, "InvalidResult", "XML_DTD_REFUSED", true, "document type declaration", DisplayName = "an external entity")]
    [DataRow("deep", 502, "InvalidResult", "XML_LIMIT", true, "over a limit of XML", DisplayName = "too deep")]
    [DataRow("exception", 422, "Rejected", "NOT_SOAP", true, "<exception>", DisplayName = "XML that is no envelope")]
    [DataRow("401", 502, "AccessDenied", "HTTP_401", false, "refused our credentials", DisplayName = "401")]
    [DataRow("403", 502, "AccessDenied", "HTTP_403", false, "refused our credentials", DisplayName = "403")]
    [DataRow("404", 422, "Rejected", "HTTP_404", false, "refused", DisplayName = "404")]
    [DataRow("429", 503, "Unavailable", "HTTP_429", false, "takes no more requests", DisplayName = "429")]
    [DataRow("503", 503, "Unavailable", "HTTP_503", true, "is not available", DisplayName = "503")]
    [DataRow("503-first", 503, "Unavailable", "HTTP_503", true, "is not available", DisplayName = "an unsafe call is not repeated")]
    [DataRow("away", 503, "Unavailable", "NOT_CONNECTED", false, "cannot be reached", DisplayName = "nobody there, WSDL at the address")]
    [DataRow("noWsdl", 422, "Rejected", "HTTP_404", false, "refused", DisplayName = "no WSDL at the address")]
    public Task Emulated_no(string id, int status, string code, string reason, bool inDoubt, string message) => FailsAsync(null, id, "{'method':'Ping'}", status, code, reason, inDoubt, message);

    [TestMethod]
    [DataRow("gate", "{'method':'Nothing'}", 404, "MethodNotFound", null, "no method 'Nothing'", DisplayName = "an unknown operation")]
    [DataRow("gate", "{'class':'Other','method':'Ping'}", 404, "MethodNotFound", null, "no method 'Other.Ping'", DisplayName = "an unknown class")]
    [DataRow("gate", "{'method':'GetRemains','args':{'OnDate':'never','Colour':1}}", 400, "InvalidArguments", null, "Colour: unknown; Warehouse: missing; OnDate: 'never' is not", DisplayName = "all wrong arguments at once")]
    [DataRow("ruled", "{'method':'Записать','args':{'Документ':[{'Code':'a','Qty':1}]}}", 422, "Rejected", "ERROR_IN_RETURN", "Документ заблокирован", DisplayName = "an error in the return")]
    [DataRow("attachedCut", "{'method':'Get','args':{'name':'n'}}", 502, "InvalidResult", "XML_BROKEN", "not well-formed", DisplayName = "MTOM cut off")]
    [DataRow("attachedLost", "{'method':'Get','args':{'name':'n'}}", 502, "InvalidResult", "XML_BROKEN", "not well-formed", DisplayName = "MTOM, a part missing")]
    public async Task Emulated_refusals(string id, string body, int status, string code, string? reason, string message) =>
        await FailsAsync(null, id, body, status, code, reason, code == "InvalidResult", message);

    private static async Task AnswersAsync(ForeignServer? needed, string id, string body, string expected)
    {
        needed?.Require();

        var answer = await rig.Server.Client.InvokeAsync(id, body.Replace('\'', '"'));

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetRawText().Replace('"', '\'').Should().Be(expected);
    }

    private static async Task FailsAsync(ForeignServer? needed, string id, string body, int status, string code, string? reason, bool inDoubt, string message)
    {
        needed?.Require();

        var answer = await rig.Server.Client.InvokeAsync(id, body.Replace('\'', '"'), ("Accept-Language", "en"));

        var error = answer.Json.GetProperty("error");
        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        (error.TryGetProperty("reason", out var told) ? told.GetString() : null).Should().Be(reason);
        (error.TryGetProperty("inDoubt", out var doubt) && doubt.GetBoolean()).Should().Be(inDoubt);
        answer.Message.Should().Contain(message).And.HaveLength(Math.Min(answer.Message!.Length, 200));
    }
}
