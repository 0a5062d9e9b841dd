/**
 * Everyday words of other languages under the English word that the storyboard understands.
 * Words of scripts with endings (Cyrillic, Romance, Germanic) also match by their beginning.
 */
const WORDS_OF_ENGLISH: Record<string, string> = {
  in: "в во на en dans im nel nella في में",
  among: "entre parmi между zwischen tra fra 间",
  on: "sobre sur auf su на",
  cat: "gato gata chat chatte katze gatto кот кота кошка 猫 ねこ 고양이 قطة قط बिल्ली kedi",
  dog: "perro perra chien hund cane cão cachorro собака пёс 犬 いぬ 狗 강아지 개 كلب कुत्ता köpek",
  bird: "pájaro oiseau vogel uccello pássaro птица птицы 鳥 鸟 새 طائر طيور पक्षी kuş",
  fish: "pez peces pescado poisson fisch pesce peixe рыба 魚 鱼 물고기 سمك سمكة मछली balık",
  horse: "caballo cheval pferd cavallo cavalo лошадь конь 馬 马 말이 حصان घोड़ा",
  turtle: "tortuga tortue schildkröte tartaruga черепаха 亀 カメ 乌龟 海龟 거북이 سلحفاة",
  fox: "zorro renard fuchs volpe raposa лиса лис 狐 キツネ 狐狸 여우 ثعلب",
  bear: "oso ours bär orso urso медведь 熊 クマ 곰 دب",
  rabbit: "conejo lapin hase kaninchen coniglio coelho кролик заяц 兎 うさぎ 兔子 토끼 أرنب",
  whale: "ballena baleine wal balena baleia кит 鯨 クジラ 鲸 고래 حوت",
  dolphin: "delfín dauphin delfin delfino golfinho дельфин イルカ 海豚 돌고래",
  elephant: "elefante éléphant elefant слон 象 ゾウ 大象 코끼리 فيل हाथी",
  lion: "león löwe leone leão лев ライオン 狮子 사자 أسد शेर",
  dragon: "dragón drache drago dragão дракон 竜 龍 龙 용이 تنين",
  butterfly: "mariposa papillon schmetterling farfalla borboleta бабочка 蝶 蝴蝶 나비 فراشة",
  man: "hombre homme mann uomo homem мужчина человек 男 男人 남자 رجل आदमी adam",
  woman: "mujer femme frau donna mulher женщина 女 女人 여자 امرأة औरत kadın",
  child: "niño niños enfant kind kinder bambino criança ребёнок дети 子供 孩子 아이 طفل बच्चा çocuk",
  boy: "chico garçon junge ragazzo menino мальчик 少年 男の子 男孩 소년 ولد",
  girl: "niña chica fille mädchen ragazza menina девочка девушка 少女 女の子 女孩 소녀 بنت فتاة",
  astronaut: "astronauta astronaute космонавт астронавт 宇宙飛行士 宇航员 우주비행사 رائد",
  chef: "cocinero cocinera cuisinier koch cuoco cozinheiro повар 料理人 厨师 요리사 طباخ",
  king: "rey roi könig rei король 王様 国王 왕이 ملك",
  robot: "roboter robô робот ロボット 机器人 로봇 روبوت",
  boat: "barco bateau boot barca лодка лодки ボート 小船 قارب",
  ship: "buque navire schiff nave navio корабль 船 배가 سفينة जहाज gemi",
  car: "coche carro voiture auto macchina машина автомобиль 車 汽车 자동차 سيارة araba",
  train: "tren zug treno trem поезд 電車 列車 火车 기차 قطار",
  airplane: "avión avion flugzeug aereo avião самолёт самолет 飛行機 飞机 비행기 طائرة uçak",
  rocket: "cohete fusée rakete razzo foguete ракета ロケット 火箭 로켓 صاروخ",
  bicycle: "bicicleta vélo fahrrad bicicletta велосипед 自転車 自行车 자전거 دراجة",
  house: "casa maison haus дом 家 房子 집이 بيت منزل घर ev evi evde",
  castle: "castillo château schloss burg castello castelo замок 城 城堡 성이 قلعة",
  tree: "árbol arbre baum albero árvore дерево 木 树 나무 شجرة पेड़ ağaç",
  flower: "flor fleur blume fiore цветок цветы 花 꽃 زهرة ورد फूल çiçek",
  sun: "sol soleil sonne sole солнце 太陽 太阳 해가 شمس सूरज güneş",
  moon: "luna lune mond lua луна 月 月亮 달이 قمر चाँद",
  star: "estrella étoile stern stella estrela звезда звёзды 星 별 نجمة نجوم तारा",
  pizza: "пицца ピザ 披萨 피자 بيتزا",
  bread: "pan pain brot pane pão хлеб パン 面包 빵 خبز",
  coffee: "café kaffee caffè кофе コーヒー 咖啡 커피 قهوة",
  cake: "pastel gâteau kuchen torta bolo торт ケーキ 蛋糕 케이크 كعكة",
  guitar: "guitarra guitare gitarre chitarra гитара ギター 吉他 기타 جيتار",
  music: "música musique musik musica музыка 音楽 音乐 음악 موسيقى संगीत",
  book: "libro livre buch livro книга 本 书 책 كتاب किताब kitap",
  love: "amor amour liebe amore любовь 愛 爱 사랑 حب प्यार aşk",
  peace: "paz paix frieden pace мир 平和 和平 평화 سلام السلام शांति barış",
  hello: "hola bonjour hallo ciao olá привет こんにちは 你好 안녕 مرحبا عليكم नमस्ते merhaba",
  dream: "sueño rêve traum sogno sonho мечта сон 夢 梦 꿈 حلم सपना",
  time: "tiempo temps zeit время 時間 时间 시간 وقت",
  party: "fiesta fête feier festa праздник パーティー 派对 파티 حفلة",
  heart: "corazón cœur herz cuore coração сердце 心 마음 قلب दिल",
  sea: "mar mer meer mare море океан 海 海洋 바다 بحر समुद्र deniz",
  lake: "lago lac озеро 湖 호수 بحيرة göl",
  river: "río rivière fluss fiume rio река 川 河 강 نهر नदी",
  beach: "playa plage strand spiaggia praia пляж 浜 海滩 해변 شاطئ",
  forest: "bosque forêt wald foresta floresta лес 森 森林 숲 غابة जंगल orman",
  mountain: "montaña montagne berg montagna montanha гора горы 山 산 جبل पहाड़ dağ",
  desert: "desierto désert wüste deserto пустыня 砂漠 沙漠 사막 صحراء",
  city: "ciudad ville stadt città cidade город 街 都市 城市 도시 مدينة शहर şehir",
  street: "calle rue straße strada rua улица 道 街道 거리 شارع",
  roof: "tejado toit dach tetto telhado крыша крыше 屋根 屋顶 지붕 سطح",
  kitchen: "cocina cuisine küche cucina cozinha кухня кухне 台所 厨房 부엌 مطبخ",
  garden: "jardín jardin garten giardino jardim сад 庭 花园 정원 حديقة bahçe बगीचा",
  space: "espacio espace weltraum spazio espaço космос космосе 宇宙 太空 우주 فضاء",
  sky: "cielo ciel himmel céu небо небе 空 天空 하늘 سماء आसमान",
  snow: "nieve neige schnee neve снег 雪 눈이 ثلج बर्फ kar",
  rain: "lluvia pluie regen pioggia chuva дождь 雨 비가 مطر बारिश yağmur",
  night: "noche nuit nacht notte noite ночь ночью 夜 夜晚 밤 ليل रात gece",
  sunset: "atardecer puesta coucher sonnenuntergang tramonto закат 夕日 夕焼け 日落 노을 غروب",
  morning: "mañana matin morgen mattina manhã утро утром 朝 早上 아침 صباح",
  winter: "invierno hiver inverno зима зимой 冬 겨울 شتاء",
  swim: "nada nadar nadando nage nager schwimmt nuota плавает плывёт плывет 泳ぐ 泳 游泳 수영 يسبح تسبح",
  float: "flota flotte schwebt galleggia flutua 浮かぶ 浮 漂浮 떠",
  fly: "vuela volar vole fliegt vola voa летит летает 飛ぶ 飛 飞 날다 يطير تطير",
  run: "corre correr court rennt läuft бежит бегает 走る 走 跑 달리 يركض تركض",
  dance:
    "baila bailan bailar danse tanzt tanzen balla dança танцует танцуют 踊る 踊 跳舞 춤 يرقص ترقص",
  sit: "sienta sentado assis sitzt siede сидит 座る 坐 앉 يجلس تجلس",
  sleep: "duerme dort schläft dorme спит 眠る 寝 睡觉 자는 ينام تنام",
  mouse: "ratón souris maus topo rato мышь ネズミ 老鼠 쥐가 فأر चूहा fare",
  cow: "vaca vache kuh mucca корова 牛 소가 بقرة गाय inek",
  pig: "cerdo cochon schwein maiale porco свинья 豚 猪 돼지 सूअर domuz",
  sheep: "oveja mouton schaf pecora ovelha овца 羊 양이 خروف भेड़ koyun",
  chicken: "gallina poulet huhn pollo galinha курица 鶏 鸡 닭 دجاجة मुर्गी tavuk",
  duck: "pato canard ente anatra утка アヒル 鸭子 오리 بطة बत्तख ördek",
  monkey: "mono singe affe scimmia macaco обезьяна 猿 猴子 원숭이 قرد बंदर maymun",
  panda: "панда パンダ 熊猫 大熊猫 판다 باندا पांडा",
  tiger: "tigre тигр 虎 老虎 호랑이 نمر बाघ kaplan",
  wolf: "lobo loup lupo волк 狼 オオカミ 늑대 ذئب भेड़िया kurt",
  snake: "serpiente serpent schlange serpente cobra змея 蛇 뱀이 ثعبان साँप yılan",
  frog: "rana grenouille frosch sapo лягушка カエル 青蛙 개구리 ضفدع मेंढक kurbağa",
  bee: "abeja abeille biene ape abelha пчела 蜂 蜜蜂 꿀벌 نحلة मधुमक्खी arı",
  spider: "araña araignée spinne ragno aranha паук クモ 蜘蛛 거미 عنكبوت मकड़ी örümcek",
  penguin:
    "pingüino pingouin manchot pinguin pinguino pinguim пингвин ペンギン 企鹅 펭귄 بطريق पेंगुइन penguen",
  owl: "búho hibou eule gufo coruja сова フクロウ 猫头鹰 부엉이 بومة उल्लू baykuş",
  shark: "tiburón requin hai squalo tubarão акула サメ 鲨鱼 상어 قرش शार्क",
  dinosaur:
    "dinosaurio dinosaure dinosaurier dinosauro dinossauro динозавр 恐竜 恐龙 공룡 ديناصور डायनासोर dinozor",
  teacher:
    "maestro maestra profesor professeur lehrer lehrerin insegnante professor учитель 先生 老师 선생님 معلم शिक्षक öğretmen",
  doctor: "médico médecin arzt ärztin medico врач 医者 医生 의사 طبيب डॉक्टर doktor",
  farmer: "granjero agricultor fermier bauer contadino фермер 農家 农民 농부 مزارع किसान çiftçi",
  grandmother:
    "abuela mamie großmutter oma nonna avó бабушка おばあさん 奶奶 할머니 جدة दादी büyükanne",
  grandfather: "abuelo papi großvater opa nonno avô дедушка おじいさん 爷爷 할아버지 büyükbaba",
  friend:
    "amigo amigos ami amis freund freunde amico amici друг друзья 友達 朋友 친구 صديق أصدقاء दोस्त arkadaş",
  people:
    "gente personas gens leute menschen persone pessoas люди 人々 人们 사람들 ناس लोग insanlar",
  family: "familia famille familie famiglia família семья 家族 家庭 가족 عائلة परिवार aile",
  baby: "bebé bébé neonato bebê младенец 赤ちゃん 婴儿 아기 رضيع शिशु bebek",
  princess:
    "princesa princesse prinzessin principessa принцесса 姫 公主 공주 أميرة राजकुमारी prenses",
  witch: "bruja sorcière hexe strega bruxa ведьма 魔女 女巫 마녀 ساحرة चुड़ैल cadı",
  ghost: "fantasma fantôme geist gespenst призрак 幽霊 鬼魂 유령 شبح भूत hayalet",
  pirate: "pirata пират 海賊 海盗 해적 قرصان समुद्री korsan",
  truck: "camión camion lastwagen caminhão грузовик トラック 卡车 트럭 شاحنة ट्रक kamyon",
  bus: "autobús autobus ônibus автобус バス 公交车 버스 حافلة बस otobüs",
  apple: "manzana pomme apfel mela maçã яблоко りんご リンゴ 苹果 사과 تفاحة सेब elma",
  banana: "plátano banane банан バナナ 香蕉 바나나 موز केला muz",
  egg: "huevo œuf uovo ovo яйцо 卵 鸡蛋 계란 بيضة अंडा yumurta",
  tea: "té thé tee chá чай お茶 茶 차를 شاي चाय çay",
  "ice cream":
    "helado glace gelato sorvete мороженое アイスクリーム 冰淇淋 아이스크림 آيسكريم आइसक्रीम dondurma",
  cheese: "queso fromage käse formaggio queijo сыр チーズ 奶酪 치즈 جبن पनीर peynir",
  chocolate: "schokolade cioccolato шоколад チョコレート 巧克力 초콜릿 شوكولاتة चॉकलेट çikolata",
  door: "puerta porte tür porta дверь ドア 門 门 문이 باب दरवाज़ा kapı",
  window: "ventana fenêtre fenster finestra janela окно 窓 窗户 창문 نافذة खिड़की pencere",
  chair: "silla chaise stuhl sedia cadeira стул 椅子 의자 كرسي कुर्सी sandalye",
  bed: "cama lit bett letto кровать ベッド 床 침대 سرير बिस्तर yatak",
  phone: "teléfono téléphone telefon telefono telefone телефон 電話 电话 手机 전화 هاتف फ़ोन",
  computer:
    "ordenador computadora ordinateur computador компьютер パソコン 电脑 컴퓨터 حاسوب कंप्यूटर bilgisayar",
  ball: "pelota balón balle ballon ball palla bola мяч ボール 球 공을 كرة गेंद top",
  balloon: "globo luftballon palloncino balão шарик 風船 气球 풍선 بالون गुब्बारा balon",
  umbrella:
    "paraguas parapluie regenschirm ombrello guarda-chuva зонт зонтик 傘 雨伞 우산 مظلة छाता şemsiye",
  clock: "reloj horloge uhr orologio relógio часы 時計 时钟 시계 ساعة घड़ी saat",
  cloud: "nube nuage wolke nuvola nuvem облако облака 雲 云 구름 سحابة बादल bulut",
  rainbow:
    "arcoíris arc-en-ciel regenbogen arcobaleno arco-íris радуга 虹 彩虹 무지개 قوس इंद्रधनुष gökkuşağı",
  fire: "fuego feu feuer fuoco fogo огонь 火 炎 불이 نار आग ateş",
  island: "isla île insel isola ilha остров 島 岛 섬이 جزيرة द्वीप ada",
  bridge: "puente pont brücke ponte мост 橋 桥 다리 جسر पुल köprü",
  village: "pueblo village dorf villaggio aldeia деревня 村 村庄 마을 قرية गाँव köy",
  farm: "granja ferme bauernhof fattoria fazenda ферма 農場 农场 농장 مزرعة खेत çiftlik",
  school: "escuela école schule scuola escola школа 学校 학교 مدرسة स्कूल okul",
  field: "campo champ feld prado поле 野原 田野 들판 حقل मैदान tarla",
  storm:
    "tormenta tempête sturm gewitter tempesta tempestade буря гроза 嵐 暴风雨 폭풍 عاصفة तूफ़ान fırtına",
  fog: "niebla brouillard nebel nebbia neblina туман 霧 雾 안개 ضباب कोहरा sis",
  wind: "viento vent vento ветер 風 风 바람 رياح हवा rüzgar",
  spring: "primavera printemps frühling весна весной 春 봄 ربيع वसंत ilkbahar",
  summer: "verano été sommer estate verão лето летом 夏 여름 صيف गर्मी yaz",
  autumn: "otoño automne herbst autunno outono осень осенью 秋 가을 خريف शरद sonbahar",
  dawn: "amanecer aube morgendämmerung alba amanhecer рассвет 夜明け 黎明 새벽 فجر भोर şafak",
  eat: "come comen comer mange mangent isst essen mangia mangiano comem ест едят 食べる 食べ 吃 먹 يأكل تأكل खाता खाती yiyor",
  drink: "bebe beber boit trinkt beve пьёт пьет 飲む 飲 喝 마시 يشرب تشرب पीता içiyor",
  read: "lee leer liest lesen legge lê читает читают 読む 読 读 看书 읽 يقرأ تقرأ पढ़ता पढ़ रहा okuyor",
  write: "escribe écrit schreibt scrive escreve пишет 書く 写 쓰고 يكتب लिखता yazıyor",
  play: "juega juegan jugar joue jouent spielt spielen gioca giocano brinca brincam играет играют 遊ぶ 遊 玩 놀 يلعب تلعب खेलते oynuyor oynuyorlar",
  sing: "canta cantan chante chantent singt singen cantano поёт поет поют 歌う 歌 唱 노래 يغني تغني गाता गा söylüyor",
  jump: "salta saltan saute sautent springt springen saltano pula прыгает прыгают 跳ぶ 跳 뛰 يقفز कूदता zıplıyor",
  walk: "camina caminan marche marchent geht cammina caminha идёт идет гуляет гуляют 歩く 歩 走路 걷 يمشي चलता yürüyor",
  chase:
    "persigue persiguen poursuit jagt jagen verfolgt insegue persegue преследует гонится 追いかける 追 追逐 쫓 يطارد पीछा kovalıyor",
  cook: "kocht kochen готовит варит 料理する 料理 做饭 요리 يطبخ पकाता pişiriyor",
  climb:
    "trepa escala grimpe klettert arrampica escalada лезет взбирается 登る 登 爬 오르 يتسلق चढ़ता tırmanıyor",
  laugh: "ríe rit lacht ride ri смеётся смеется 笑う 笑 웃 يضحك हँसता gülüyor",
  cry: "llora pleure weint piange chora плачет 泣く 泣 哭 울고 يبكي रोता ağlıyor",
};

const ENGLISH_BY_WORD = new Map(
  Object.entries(WORDS_OF_ENGLISH).flatMap(([english, words]) =>
    words.split(" ").map((word) => [word, english] as const),
  ),
);
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const UNSPACED_WORDS = [...ENGLISH_BY_WORD.keys()]
  .filter((word) => UNSPACED.test(word))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** @returns the English words that a foreign word means; none for English and unknown words. */
export function translate(lower: string): string[] {
  const exact = ENGLISH_BY_WORD.get(lower) ?? ENGLISH_BY_WORD.get(lower.replace(/^[وبلكف]?ال/, ""));
  if (exact) return [exact];
  if (UNSPACED.test(lower)) return translateUnspaced(lower);
  if (/^\p{Script=Cyrillic}{4,}$/u.test(lower)) {
    const stem = lower.slice(0, Math.max(3, lower.length - 2));
    for (const [word, english] of ENGLISH_BY_WORD) if (word.startsWith(stem)) return [english];
  }
  const singular = /^(\p{L}{3,}?)(?:es|s|en|n|i)$/u.exec(lower)?.[1];
  // "Luces" is the plural of "luz".
  const forms = [singular, lower.replace(/ces$/, "z")];
  const known =
    forms.map((form) => ENGLISH_BY_WORD.get(form ?? "")).find(Boolean) ?? findByBeginning(lower);
  return known ? [known] : [];
}

/** "Bahçede" is in the garden: endings of up to four letters may follow. */
function findByBeginning(lower: string): string | undefined {
  if (!/^\p{Script=Latin}{5,}$/u.test(lower)) return undefined;
  for (let letters = lower.length - 1; letters >= Math.max(4, lower.length - 4); letters--) {
    const english = ENGLISH_BY_WORD.get(lower.slice(0, letters));
    if (english) return english;
  }
  return undefined;
}

function translateUnspaced(text: string): string[] {
  const found: { at: number; english: string }[] = [];
  let rest = text;
  for (const word of UNSPACED_WORDS) {
    const at = rest.indexOf(word);
    const english = ENGLISH_BY_WORD.get(word);
    if (at < 0 || !english) continue;
    found.push({ at, english });
    rest = rest.replace(word, "　".repeat(word.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ english }) => english);
}
