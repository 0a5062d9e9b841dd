/**
 * Everyday words of other languages under the English word that the storyboard understands.
 * Words of scripts with endings (Cyrillic, Romance, Germanic) also match by their beginning.
 */
const WORDS_OF_ENGLISH: Record<string, string> = {
  cat: "gato gata chat chatte katze gatto кот кота кошка 猫 ねこ 고양이 قطة قط बिल्ली kedi",
  dog: "perro perra chien hund cane cão cachorro собака пёс 犬 いぬ 狗 강아지 개 كلب कुत्ता köpek",
  bird: "pájaro oiseau vogel uccello pássaro птица птицы 鳥 鸟 새 طائر طيور पक्षी kuş",
  fish: "pez pescado poisson fisch pesce peixe рыба 魚 鱼 물고기 سمك سمكة मछली balık",
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
  house: "casa maison haus дом 家 房子 집이 بيت منزل घर",
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
  garden: "jardín jardin garten giardino jardim сад 庭 花园 정원 حديقة",
  space: "espacio espace weltraum spazio espaço космос космосе 宇宙 太空 우주 فضاء",
  sky: "cielo ciel himmel céu небо небе 空 天空 하늘 سماء आसमान",
  snow: "nieve neige schnee neve снег 雪 눈이 ثلج बर्फ kar",
  rain: "lluvia pluie regen pioggia chuva дождь 雨 비가 مطر बारिश yağmur",
  night: "noche nuit nacht notte noite ночь ночью 夜 夜晚 밤 ليل रात gece",
  sunset: "atardecer puesta coucher sonnenuntergang tramonto закат 夕日 夕焼け 日落 노을 غروب",
  morning: "mañana matin morgen mattina manhã утро утром 朝 早上 아침 صباح",
  winter: "invierno hiver inverno зима зимой 冬 겨울 شتاء",
  swim: "nada nadar nadando nage nager schwimmt nuota плавает плывёт плывет 泳ぐ 泳 游泳 수영 يسبح",
  float: "flota flotte schwebt galleggia flutua 浮かぶ 浮 漂浮 떠",
  fly: "vuela volar vole fliegt vola voa летит летает 飛ぶ 飛 飞 날다 يطير",
  run: "corre correr court rennt läuft бежит бегает 走る 走 跑 달리 يركض",
  dance: "baila bailan bailar danse tanzt tanzen balla dança танцует танцуют 踊る 踊 跳舞 춤 يرقص",
  sit: "sienta sentado assis sitzt siede сидит 座る 坐 앉 يجلس",
  sleep: "duerme dort schläft dorme спит 眠る 寝 睡觉 자는 ينام",
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
  const exact = ENGLISH_BY_WORD.get(lower) ?? ENGLISH_BY_WORD.get(lower.replace(/^ال/, ""));
  if (exact) return [exact];
  if (UNSPACED.test(lower)) return translateUnspaced(lower);
  if (/^\p{Script=Cyrillic}{4,}$/u.test(lower)) {
    const stem = lower.slice(0, Math.max(3, lower.length - 2));
    for (const [word, english] of ENGLISH_BY_WORD) if (word.startsWith(stem)) return [english];
  }
  const singular = /^(\p{L}{3,}?)(?:es|s|en|n|i)$/u.exec(lower)?.[1];
  const known = singular ? ENGLISH_BY_WORD.get(singular) : undefined;
  return known ? [known] : [];
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
