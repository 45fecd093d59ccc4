// A connector of 2015: no IsSelfTimeoutBehavior, work in the constructor, strings all over.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Text;
using Cleverence.DataCollection.Xml;
using Cleverence.Warehouse;
using Cleverence.Warehouse.Design;

namespace Cleverence.Connectivity.OldOneC
{
    [DisplayTypeName("1С через промежуточную таблицу")]
    public class OldOneCConnector : IConnector
    {
        private string id = "";
        private bool enabled = true;
        private bool initialized = false;
        private int timeout = 0;
        private TimeoutBehavaior behavior = TimeoutBehavaior.ThrowException;
        private XmlSerializer serializer;
        private DataTable prices;
        private int calls = 0;

        public OldOneCConnector()
        {
            serializer = new XmlSerializer();
            serializer.TypeProvider.Add(typeof(Cleverence.Warehouse.Environment));
            Log.Write("OldOneCConnector создан");
        }

        public string Id { get { return id; } set { id = value; } }
        public bool Enabled { get { return enabled; } set { enabled = value; } }
        public bool Initialized { get { return initialized; } }
        public int Timeout { get { return timeout; } set { timeout = value; } }
        public TimeoutBehavaior TimeoutBehavaior { get { return behavior; } set { behavior = value; } }

        public string ConnectionString { get; set; }
        public int Port { get; set; }
        public bool UseCache { get; set; }
        public decimal Markup { get; set; }

        public void Initialize()
        {
            prices = new DataTable("Цены");
            prices.Columns.Add("Код", typeof(string));
            prices.Columns.Add("Цена", typeof(decimal));
            prices.Columns.Add("Дата", typeof(DateTime));
            prices.Rows.Add("001", 10.5m, new DateTime(2015, 3, 1));
            prices.Rows.Add("002", DBNull.Value, DBNull.Value);
            initialized = true;
        }

        public object InvokeMethod(string methodName, object[] args)
        {
            calls++;
            try
            {
                if (methodName == "Цена")
                {
                    InvokeArgs a = (InvokeArgs)args[0];
                    decimal quantity = Convert.ToDecimal(a.GetArg("Количество"));
                    object discount = a.GetArg("Скидка");
                    decimal price = (decimal)prices.Rows[0]["Цена"] * quantity + Markup;
                    if (discount != null)
                        price = price - Convert.ToDecimal(discount);
                    return price;
                }
                if (methodName == "Прайс")
                    return prices;
                if (methodName == "Товары.Остатки")
                    return GetRows();
                if (methodName == "ТипыАргументов")
                {
                    StringBuilder types = new StringBuilder();
                    InvokeArgs a = args[0] as InvokeArgs;
                    foreach (string name in a.Names)
                    {
                        object value = a.GetArg(name);
                        types.Append(name + "=" + (value == null ? "null" : value.GetType().Name) + ";");
                    }
                    return types.ToString();
                }
                if (methodName == "ЧислоАргументов")
                    return args.Length;
                if (methodName == "ДокументЗавершен")
                    return DocumentFinished((string)args[0]);
                if (methodName == "ПолучитьДокумент")
                    return CreateDocument((string)args[0], (string)args[1], (string)args[2]);
                if (methodName == "Сессия")
                {
                    DeviceInfo device = ServerSession.Get().DeviceInfo;
                    return device.WarehouseId + "/" + device.DocumentId + "/" + device.Document.GetField("Поставщик");
                }
                if (methodName == "Вызовов")
                    return calls;
                if (methodName == "Ошибка")
                    throw new InvalidOperationException("Нет связи с 1С");
            }
            catch (InvalidCastException ex)
            {
                Log.Write("Ошибка вызова " + methodName, ex, Log.LogType.Error);
                throw;
            }
            return null;
        }

        private RowCollection GetRows()
        {
            RowCollection rows = new RowCollection();
            List<Row> list = new List<Row>();
            for (int i = 0; i < 3; i++)
            {
                Row row = new Row();
                row.SetField("Номер", i);
                row.SetField("Вес", 0.5 * i);
                list.Add(row);
            }
            rows.AddRange(list);
            return rows;
        }

        private object DocumentFinished(string documentId)
        {
            Document doc = DocumentStorage.Documents.FindById(documentId);
            if (doc == null)
                return false;
            decimal total = 0;
            foreach (DocumentItem item in doc.CurrentItems)
            {
                total += item.CurrentQuantity;
                FieldValue lot = item.Fields.FindByFieldName("Серия");
                if (lot != null && lot.Value.ToString() == "БРАК")
                    total -= item.CurrentQuantity;
                if (item.BindedLine != null && item.BindedLine.DeclaredQuantity < item.CurrentQuantity)
                    Log.Write("Излишек " + item.ProductId, null, Log.LogType.Warning);
            }
            doc.SetField("Итого", total);
            doc.Finished = true;
            DocumentStorage.Documents.Add(doc);
            return true;
        }

        private Document CreateDocument(string userId, string documentId, string documentTypeName)
        {
            Document doc = new Document();
            doc.Id = documentId;
            doc.DocumentTypeName = documentTypeName;
            doc.Name = "Приход " + documentId;
            doc.UserId = userId;
            doc.CreateDate = new DateTime(2015, 3, 1, 12, 0, 0);
            doc.SetField("Поставщик", "ООО Ромашка");
            DocumentItem item = new DocumentItem();
            item.ProductId = "001";
            item.PackingId = "шт";
            item.DeclaredQuantity = 5;
            item.SSCC = "146000000000000018";
            item.Fields.Add("Серия", "A1");
            doc.DeclaredItems.Add(item);
            return doc;
        }
    }
}
